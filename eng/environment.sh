# The environment that builds and tools run in; nobody's shell has to prepare it.

# A build asks nobody for anything. The compiler stays loaded from project to project, which halves the time; set-up ends it afterwards.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=true DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 ORT_DISABLE_TELEMETRY=1
# Idle OpenMP threads sleep: spinning, they would take the cores from the robots' ticks.
export OMP_WAIT_POLICY=passive

# NuGet, npm and the SDK keep their caches in the home folder: without a usable one, the repository's own serves.
if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    export HOME=$cache/home
    mkdir -p "$HOME"
fi
