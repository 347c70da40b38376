#!/bin/sh
# Compiles the native part of the TorchSharp binding: build.sh OUTPUT_DIR
#
# The result lies in OUTPUT_DIR/<hash>/libswarm_torch.so, where the hash covers the source, this script, the compiler and the libtorch
# that is installed: an unchanged state compiles nothing. OUTPUT_DIR/libswarm_torch.so is a link to the current one. Prints its path.
set -eu

output=${1:?usage: build.sh OUTPUT_DIR}
here=$(cd "$(dirname "$0")" && pwd)
header=/usr/include/torch/csrc/api/include/torch/version.h

if [ ! -f "$header" ]; then
    echo "libtorch is missing: apt-get install --no-install-recommends libtorch-dev libopenblas0-openmp" >&2
    exit 1
fi
if ! command -v g++ > /dev/null; then
    echo "g++ is missing: apt-get install --no-install-recommends g++" >&2
    exit 1
fi

hash=$({ cat "$here/swarm_torch.cpp" "$0" "$header"; g++ -dumpfullversion -dumpmachine; } | sha256sum | cut -c 1-16)
library=$output/$hash/libswarm_torch.so
if [ ! -f "$library" ]; then
    mkdir -p "$output/$hash"
    g++ -std=c++17 -O2 -fPIC -shared -fvisibility=hidden -Wall -I/usr/include/torch/csrc/api/include \
        "$here/swarm_torch.cpp" -o "$library.$$" -ltorch_cpu -lc10
    mv "$library.$$" "$library"
fi
ln -sfn "$hash/libswarm_torch.so" "$output/libswarm_torch.so"
echo "$output/libswarm_torch.so"
