// A thin C ABI over libtorch's ATen and autograd, for the managed TorchSharp assembly beside it.
//
// Ownership: every function that returns a Handle gives the caller one heap-allocated at::Tensor, freed once by swt_free or
// swt_free_many. Handles and arrays passed in are borrowed for the duration of the call.
// Errors: no C++ exception crosses the boundary. A failed call returns a null handle, -1 or NaN and leaves its message in a
// thread-local string that swt_last_error returns.
// Portability: compiles against libtorch 1.13 and 2.x. For that it never names c10::optional, std::optional or c10::string_view.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/TensorIndexing.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/grad_mode.h>
#include <torch/version.h>

#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))

using at::Tensor;
using Handle = Tensor*;

// A number as C# passes it: two integer registers. kind: -1 absent, 0 double (bits of value), 1 int64, 2 bool.
struct Number {
    int64_t bits;
    int64_t kind;
};

namespace {

thread_local std::string last_error;
std::atomic<int64_t> live_tensors{0};

Handle own(Tensor&& tensor) {
    if (!tensor.defined()) {
        return nullptr;
    }
    live_tensors.fetch_add(1, std::memory_order_relaxed);
    return new Tensor(std::move(tensor));
}

at::IntArrayRef ints(const int64_t* values, int count) { return at::IntArrayRef(values, static_cast<size_t>(count)); }

std::vector<Tensor> tensors(const Handle* handles, int count) {
    std::vector<Tensor> result;
    result.reserve(count);
    for (int i = 0; i < count; i++) {
        result.push_back(*handles[i]);
    }
    return result;
}

int own_all(std::vector<Tensor>&& from, Handle* to, int capacity) {
    TORCH_CHECK(static_cast<int>(from.size()) <= capacity, "expected at most ", capacity, " tensors, got ", from.size());
    for (size_t i = 0; i < from.size(); i++) {
        to[i] = own(std::move(from[i]));
    }
    return static_cast<int>(from.size());
}

int own_pair(Tensor&& first, Tensor&& second, Handle* to) {
    to[0] = own(std::move(first));
    to[1] = own(std::move(second));
    return 2;
}

Tensor maybe(Handle handle) { return handle ? *handle : Tensor(); }

at::ScalarType type_of(int8_t dtype) { return static_cast<at::ScalarType>(dtype); }

at::TensorOptions options(int8_t dtype) { return at::TensorOptions().dtype(type_of(dtype)); }

at::TensorOptions options_like(Handle tensor, int8_t dtype) { return dtype < 0 ? tensor->options() : options(dtype); }

at::Scalar scalar(Number number) {
    if (number.kind == 0) {
        double value;
        std::memcpy(&value, &number.bits, sizeof value);
        return at::Scalar(value);
    }
    return number.kind == 1 ? at::Scalar(number.bits) : at::Scalar(number.bits != 0);
}

std::vector<at::indexing::TensorIndex> indices(const int64_t* spec, const Handle* index_tensors, int count) {
    std::vector<at::indexing::TensorIndex> result;
    for (int i = 0; i < count; i++, spec += 4) {
        switch (spec[0]) {
            case 0: result.emplace_back(at::indexing::None); break;
            case 1: result.emplace_back(spec[1]); break;
            case 2: result.emplace_back(at::indexing::Ellipsis); break;
            case 3: result.emplace_back(spec[1] != 0); break;
            case 4: result.emplace_back(*index_tensors[i]); break;
            default: result.emplace_back(at::indexing::Slice(spec[1], spec[2], spec[3])); break;
        }
    }
    return result;
}

}  // namespace

#define GUARD(failure, ...)                     \
    try {                                       \
        __VA_ARGS__                             \
    } catch (const c10::Error& error) {         \
        last_error = error.what_without_backtrace(); \
    } catch (const std::exception& error) {     \
        last_error = error.what();              \
    } catch (...) {                             \
        last_error = "unknown C++ exception";   \
    }                                           \
    return failure;
#define TENSOR(...) { GUARD(nullptr, return own(__VA_ARGS__);) }
#define COUNT(...) { GUARD(-1, return __VA_ARGS__;) }
#define VOID(...) { GUARD(-1, __VA_ARGS__; return 0;) }

// Errors, lifetime, process-wide settings

API const char* swt_last_error() { return last_error.c_str(); }
API const char* swt_version() { return TORCH_VERSION; }
API int64_t swt_live() { return live_tensors.load(std::memory_order_relaxed); }
API void swt_free(Handle tensor) {
    live_tensors.fetch_sub(1, std::memory_order_relaxed);
    delete tensor;
}
API void swt_free_many(const Handle* handles, int count) {
    for (int i = 0; i < count; i++) {
        swt_free(handles[i]);
    }
}
API int swt_set_num_threads(int count) VOID(at::set_num_threads(count))
API int swt_get_num_threads() COUNT(at::get_num_threads())
API int swt_manual_seed(int64_t seed) VOID(at::manual_seed(static_cast<uint64_t>(seed)))
API Handle swt_get_rng_state() TENSOR(at::detail::getDefaultCPUGenerator().get_state())
API int swt_set_rng_state(Handle state) VOID(auto generator = at::detail::getDefaultCPUGenerator(); generator.set_state(*state))

// Properties

API int swt_dim(Handle a) { return static_cast<int>(a->dim()); }
API int64_t swt_numel(Handle a) { return a->numel(); }
API int8_t swt_dtype(Handle a) { return static_cast<int8_t>(a->scalar_type()); }
API int swt_is_contiguous(Handle a) { return a->is_contiguous(); }
API int swt_requires_grad(Handle a) { return a->requires_grad(); }
API int swt_is_leaf(Handle a) { return a->is_leaf(); }
API void swt_sizes(Handle a, int64_t* out) { std::memcpy(out, a->sizes().data(), a->dim() * sizeof(int64_t)); }
API void swt_strides(Handle a, int64_t* out) { std::memcpy(out, a->strides().data(), a->dim() * sizeof(int64_t)); }
API int64_t swt_size(Handle a, int64_t dim) COUNT(a->size(dim))
API void* swt_data(Handle a) { GUARD(nullptr, return a->data_ptr();) }
API int swt_copy_out(Handle a, void* to, int64_t bytes) VOID(
    Tensor packed = a->detach().contiguous();
    TORCH_CHECK(static_cast<int64_t>(packed.nbytes()) == bytes, "the tensor holds ", packed.nbytes(), " bytes, the buffer ", bytes);
    if (bytes > 0) std::memcpy(to, packed.data_ptr(), bytes))
API int swt_copy_in(Handle a, void* from, int64_t bytes) VOID(
    at::NoGradGuard no_grad;
    TORCH_CHECK(static_cast<int64_t>(a->nbytes()) == bytes, "the tensor holds ", a->nbytes(), " bytes, the buffer ", bytes);
    if (bytes > 0) a->copy_(at::from_blob(from, a->sizes(), a->options().requires_grad(false))))
API int swt_item_double(Handle a, double* out) VOID(*out = a->item<double>())
API int swt_item_int64(Handle a, int64_t* out) VOID(*out = a->item<int64_t>())
API int swt_equal(Handle a, Handle b) COUNT(a->sizes() == b->sizes() && at::equal(*a, *b))

// Creation

API Handle swt_zeros(const int64_t* s, int n, int8_t dtype) TENSOR(at::zeros(ints(s, n), options(dtype)))
API Handle swt_ones(const int64_t* s, int n, int8_t dtype) TENSOR(at::ones(ints(s, n), options(dtype)))
API Handle swt_empty(const int64_t* s, int n, int8_t dtype) TENSOR(at::empty(ints(s, n), options(dtype)))
API Handle swt_full(const int64_t* s, int n, Number v, int8_t dtype) TENSOR(at::full(ints(s, n), scalar(v), options(dtype)))
API Handle swt_rand(const int64_t* s, int n, int8_t dtype) TENSOR(at::rand(ints(s, n), options(dtype)))
API Handle swt_randn(const int64_t* s, int n, int8_t dtype) TENSOR(at::randn(ints(s, n), options(dtype)))
API Handle swt_randint(int64_t low, int64_t high, const int64_t* s, int n, int8_t dtype)
    TENSOR(at::randint(low, high, ints(s, n), options(dtype)))
API Handle swt_randperm(int64_t n, int8_t dtype) TENSOR(at::randperm(n, options(dtype)))
API Handle swt_arange(Number start, Number stop, Number step, int8_t dtype)
    TENSOR(at::arange(scalar(start), scalar(stop), scalar(step), options(dtype)))
API Handle swt_linspace(double start, double stop, int64_t steps, int8_t dtype) TENSOR(at::linspace(start, stop, steps, options(dtype)))
API Handle swt_eye(int64_t rows, int64_t columns, int8_t dtype) TENSOR(at::eye(rows, columns, options(dtype)))
API Handle swt_from_data(void* data, const int64_t* s, int n, int8_t dtype) TENSOR(at::from_blob(data, ints(s, n), options(dtype)).clone())
API Handle swt_zeros_like(Handle a, int8_t dtype) TENSOR(at::zeros_like(*a, options_like(a, dtype)))
API Handle swt_ones_like(Handle a, int8_t dtype) TENSOR(at::ones_like(*a, options_like(a, dtype)))
API Handle swt_empty_like(Handle a, int8_t dtype) TENSOR(at::empty_like(*a, options_like(a, dtype)))
API Handle swt_full_like(Handle a, Number v, int8_t dtype) TENSOR(at::full_like(*a, scalar(v), options_like(a, dtype)))
API Handle swt_rand_like(Handle a, int8_t dtype) TENSOR(at::rand_like(*a, options_like(a, dtype)))
API Handle swt_randn_like(Handle a, int8_t dtype) TENSOR(at::randn_like(*a, options_like(a, dtype)))

// Pointwise

#define UNARY(name) API Handle swt_##name(Handle a) TENSOR(at::name(*a))
UNARY(neg) UNARY(exp) UNARY(log) UNARY(sqrt) UNARY(square) UNARY(abs) UNARY(sin) UNARY(cos) UNARY(tanh) UNARY(atanh)
UNARY(sigmoid) UNARY(relu) UNARY(silu) UNARY(reciprocal) UNARY(floor) UNARY(sign) UNARY(isnan) UNARY(isfinite) UNARY(logical_not)
UNARY(alias)
API Handle swt_round(Handle a, int64_t decimals) TENSOR(decimals == 0 ? at::round(*a) : at::round(*a, decimals))
API Handle swt_softplus(Handle a, double beta, double threshold) TENSOR(at::softplus(*a, beta, threshold))
API Handle swt_clamp(Handle a, Number min, Number max) TENSOR(
    max.kind < 0 ? at::clamp_min(*a, scalar(min)) : min.kind < 0 ? at::clamp_max(*a, scalar(max)) : at::clamp(*a, scalar(min), scalar(max)))

#define BINARY(name) API Handle swt_##name(Handle a, Handle b) TENSOR(at::name(*a, *b))
BINARY(mul) BINARY(div) BINARY(pow) BINARY(matmul) BINARY(mm) BINARY(bmm) BINARY(maximum) BINARY(minimum) BINARY(remainder)
BINARY(eq) BINARY(ne) BINARY(lt) BINARY(le) BINARY(gt) BINARY(ge) BINARY(bitwise_and) BINARY(bitwise_or) BINARY(atan2)
API Handle swt_add(Handle a, Handle b, Number alpha) TENSOR(at::add(*a, *b, scalar(alpha)))
API Handle swt_sub(Handle a, Handle b) TENSOR(at::sub(*a, *b))

#define BINARY_NUMBER(name) API Handle swt_##name##_s(Handle a, Number b) TENSOR(at::name(*a, scalar(b)))
BINARY_NUMBER(add) BINARY_NUMBER(sub) BINARY_NUMBER(rsub) BINARY_NUMBER(mul) BINARY_NUMBER(div) BINARY_NUMBER(pow) BINARY_NUMBER(remainder)
BINARY_NUMBER(eq) BINARY_NUMBER(ne) BINARY_NUMBER(lt) BINARY_NUMBER(le) BINARY_NUMBER(gt) BINARY_NUMBER(ge)
API Handle swt_rdiv_s(Handle a, Number b) TENSOR(at::mul(at::reciprocal(*a), scalar(b)))

// In place: 0, or -1 on failure

API int swt_add_(Handle a, Handle b, Number alpha) VOID(a->add_(*b, scalar(alpha)))
API int swt_sub_(Handle a, Handle b) VOID(a->sub_(*b))
API int swt_mul_(Handle a, Handle b) VOID(a->mul_(*b))
API int swt_div_(Handle a, Handle b) VOID(a->div_(*b))
API int swt_add_s_(Handle a, Number b) VOID(a->add_(scalar(b)))
API int swt_sub_s_(Handle a, Number b) VOID(a->sub_(scalar(b)))
API int swt_mul_s_(Handle a, Number b) VOID(a->mul_(scalar(b)))
API int swt_div_s_(Handle a, Number b) VOID(a->div_(scalar(b)))
API int swt_addcmul_(Handle a, Handle b, Handle c, Number value) VOID(a->addcmul_(*b, *c, scalar(value)))
API int swt_addcdiv_(Handle a, Handle b, Handle c, Number value) VOID(a->addcdiv_(*b, *c, scalar(value)))
API int swt_clamp_(Handle a, Number min, Number max) VOID(
    if (max.kind < 0) a->clamp_min_(scalar(min)); else if (min.kind < 0) a->clamp_max_(scalar(max)); else a->clamp_(scalar(min), scalar(max)))
API int swt_copy_(Handle a, Handle b) VOID(a->copy_(*b))
API int swt_zero_(Handle a) VOID(a->zero_())
API int swt_fill_(Handle a, Number v) VOID(a->fill_(scalar(v)))
API int swt_uniform_(Handle a, double low, double high) VOID(a->uniform_(low, high))
API int swt_normal_(Handle a, double mean, double std) VOID(a->normal_(mean, std))
API int swt_masked_fill_(Handle a, Handle mask, Number v) VOID(a->masked_fill_(*mask, scalar(v)))

// Shape and selection

API Handle swt_clone(Handle a) TENSOR(a->clone())
API Handle swt_detach(Handle a) TENSOR(a->detach())
API Handle swt_contiguous(Handle a) TENSOR(a->contiguous())
API Handle swt_to(Handle a, int8_t dtype, int copy) TENSOR(a->to(type_of(dtype), false, copy != 0))
API Handle swt_view(Handle a, const int64_t* s, int n) TENSOR(a->view(ints(s, n)))
API Handle swt_reshape(Handle a, const int64_t* s, int n) TENSOR(a->reshape(ints(s, n)))
API Handle swt_expand(Handle a, const int64_t* s, int n) TENSOR(a->expand(ints(s, n)))
API Handle swt_permute(Handle a, const int64_t* s, int n) TENSOR(a->permute(ints(s, n)))
API Handle swt_repeat(Handle a, const int64_t* s, int n) TENSOR(a->repeat(ints(s, n)))
API Handle swt_flip(Handle a, const int64_t* s, int n) TENSOR(a->flip(ints(s, n)))
API Handle swt_flatten(Handle a, int64_t start, int64_t end) TENSOR(a->flatten(start, end))
API Handle swt_squeeze(Handle a) TENSOR(a->squeeze())
API Handle swt_squeeze_dim(Handle a, int64_t dim) TENSOR(a->squeeze(dim))
API Handle swt_unsqueeze(Handle a, int64_t dim) TENSOR(a->unsqueeze(dim))
API Handle swt_transpose(Handle a, int64_t dim0, int64_t dim1) TENSOR(a->transpose(dim0, dim1))
API Handle swt_t(Handle a) TENSOR(a->t())
API Handle swt_narrow(Handle a, int64_t dim, int64_t start, int64_t length) TENSOR(a->narrow(dim, start, length))
API Handle swt_select(Handle a, int64_t dim, int64_t index) TENSOR(a->select(dim, index))
API Handle swt_slice(Handle a, int64_t dim, int64_t start, int64_t finish, int64_t step) TENSOR(a->slice(dim, start, finish, step))
API int swt_chunk(Handle a, int64_t chunks, int64_t dim, Handle* out, int capacity) COUNT(own_all(a->chunk(chunks, dim), out, capacity))
API int swt_split(Handle a, const int64_t* sizes, int n, int64_t dim, Handle* out) COUNT(own_all(a->split_with_sizes(ints(sizes, n), dim), out, n))
API Handle swt_index_select(Handle a, int64_t dim, Handle index) TENSOR(a->index_select(dim, *index))
API Handle swt_gather(Handle a, int64_t dim, Handle index) TENSOR(a->gather(dim, *index))
API Handle swt_where(Handle condition, Handle x, Handle y) TENSOR(at::where(*condition, *x, *y))
API Handle swt_masked_fill(Handle a, Handle mask, Number v) TENSOR(a->masked_fill(*mask, scalar(v)))
API Handle swt_cat(const Handle* handles, int n, int64_t dim) TENSOR(at::cat(tensors(handles, n), dim))
API Handle swt_stack(const Handle* handles, int n, int64_t dim) TENSOR(at::stack(tensors(handles, n), dim))
API Handle swt_index(Handle a, const int64_t* spec, const Handle* index_tensors, int n) TENSOR(a->index(indices(spec, index_tensors, n)))
API int swt_index_put_(Handle a, const int64_t* spec, const Handle* index_tensors, int n, Handle value)
    VOID(a->index_put_(indices(spec, index_tensors, n), *value))

// Reductions and order

API Handle swt_sum(Handle a) TENSOR(at::sum(*a))
API Handle swt_mean(Handle a) TENSOR(at::mean(*a))
API Handle swt_std(Handle a, int unbiased) TENSOR(at::std(*a, unbiased != 0))
API Handle swt_var(Handle a, int unbiased) TENSOR(at::var(*a, unbiased != 0))
API Handle swt_max(Handle a) TENSOR(at::max(*a))
API Handle swt_min(Handle a) TENSOR(at::min(*a))
API Handle swt_all(Handle a) TENSOR(at::all(*a))
API Handle swt_any(Handle a) TENSOR(at::any(*a))
API Handle swt_all_dim(Handle a, int64_t dim, int keep) TENSOR(at::all(*a, dim, keep != 0))
API Handle swt_any_dim(Handle a, int64_t dim, int keep) TENSOR(at::any(*a, dim, keep != 0))
API Handle swt_argmax(Handle a) TENSOR(at::argmax(*a))
API Handle swt_argmin(Handle a) TENSOR(at::argmin(*a))
API Handle swt_argmax_dim(Handle a, int64_t dim, int keep) TENSOR(at::argmax(*a, dim, keep != 0))
API Handle swt_argmin_dim(Handle a, int64_t dim, int keep) TENSOR(at::argmin(*a, dim, keep != 0))
API Handle swt_sum_dim(Handle a, const int64_t* d, int n, int keep) TENSOR(at::sum(*a, ints(d, n), keep != 0))
API Handle swt_mean_dim(Handle a, const int64_t* d, int n, int keep) TENSOR(at::mean(*a, ints(d, n), keep != 0))
API Handle swt_std_dim(Handle a, const int64_t* d, int n, int unbiased, int keep) TENSOR(at::std(*a, ints(d, n), unbiased != 0, keep != 0))
API Handle swt_var_dim(Handle a, const int64_t* d, int n, int unbiased, int keep) TENSOR(at::var(*a, ints(d, n), unbiased != 0, keep != 0))
API Handle swt_amax(Handle a, const int64_t* d, int n, int keep) TENSOR(at::amax(*a, ints(d, n), keep != 0))
API Handle swt_amin(Handle a, const int64_t* d, int n, int keep) TENSOR(at::amin(*a, ints(d, n), keep != 0))
API Handle swt_norm(Handle a, double p) TENSOR(at::norm(*a, p))
API Handle swt_norm_dim(Handle a, double p, int64_t dim, int keep) TENSOR(at::norm(*a, at::Scalar(p), ints(&dim, 1), keep != 0))
API Handle swt_logsumexp(Handle a, int64_t dim, int keep) TENSOR(at::logsumexp(*a, ints(&dim, 1), keep != 0))
API Handle swt_cumsum(Handle a, int64_t dim) TENSOR(at::cumsum(*a, dim))
API int swt_max_dim(Handle a, int64_t dim, int keep, Handle* out)
    COUNT([&] { auto r = at::max(*a, dim, keep != 0); return own_pair(std::move(std::get<0>(r)), std::move(std::get<1>(r)), out); }())
API int swt_min_dim(Handle a, int64_t dim, int keep, Handle* out)
    COUNT([&] { auto r = at::min(*a, dim, keep != 0); return own_pair(std::move(std::get<0>(r)), std::move(std::get<1>(r)), out); }())
API int swt_topk(Handle a, int64_t k, int64_t dim, int largest, int sorted, Handle* out)
    COUNT([&] { auto r = at::topk(*a, k, dim, largest != 0, sorted != 0); return own_pair(std::move(std::get<0>(r)), std::move(std::get<1>(r)), out); }())
API int swt_sort(Handle a, int64_t dim, int descending, int stable, Handle* out)
    COUNT([&] { auto r = at::sort(*a, stable != 0, dim, descending != 0); return own_pair(std::move(std::get<0>(r)), std::move(std::get<1>(r)), out); }())

// Layers and losses

API Handle swt_linear(Handle x, Handle w, Handle b) TENSOR(at::linear(*x, *w, maybe(b)))
API Handle swt_layer_norm(Handle x, const int64_t* s, int n, Handle w, Handle b, double eps)
    TENSOR(at::layer_norm(*x, ints(s, n), maybe(w), maybe(b), eps))
API Handle swt_gru_cell(Handle x, Handle h, Handle w_ih, Handle w_hh, Handle b_ih, Handle b_hh)
    TENSOR(at::gru_cell(*x, *h, *w_ih, *w_hh, maybe(b_ih), maybe(b_hh)))
API Handle swt_softmax(Handle a, int64_t dim) TENSOR(at::softmax(*a, dim))
API Handle swt_log_softmax(Handle a, int64_t dim) TENSOR(at::log_softmax(*a, dim))
API Handle swt_one_hot(Handle a, int64_t classes) TENSOR(at::one_hot(*a, classes))
API Handle swt_pad(Handle a, const int64_t* s, int n, double value) TENSOR(at::constant_pad_nd(*a, ints(s, n), value))
API Handle swt_mse_loss(Handle x, Handle y, int64_t reduction) TENSOR(at::mse_loss(*x, *y, reduction))
API Handle swt_l1_loss(Handle x, Handle y, int64_t reduction) TENSOR(at::l1_loss(*x, *y, reduction))
API Handle swt_huber_loss(Handle x, Handle y, int64_t reduction, double delta) TENSOR(at::huber_loss(*x, *y, reduction, delta))
API Handle swt_smooth_l1_loss(Handle x, Handle y, int64_t reduction, double beta) TENSOR(at::smooth_l1_loss(*x, *y, reduction, beta))
API Handle swt_kl_div(Handle x, Handle y, int64_t reduction, int log_target) TENSOR(at::kl_div(*x, *y, reduction, log_target != 0))
API Handle swt_bce_with_logits(Handle x, Handle y, Handle weight, Handle pos_weight, int64_t reduction)
    TENSOR(at::binary_cross_entropy_with_logits(*x, *y, maybe(weight), maybe(pos_weight), reduction))
API Handle swt_cross_entropy(Handle x, Handle y, Handle weight, int64_t reduction, int64_t ignore_index, double smoothing)
    TENSOR(at::cross_entropy_loss(*x, *y, maybe(weight), reduction, ignore_index, smoothing))

// Autograd

API int swt_requires_grad_(Handle a, int on) VOID(a->set_requires_grad(on != 0))
API int swt_set_grad_enabled(int on) COUNT([&] { int was = at::GradMode::is_enabled(); at::GradMode::set_enabled(on != 0); return was; }())
API int swt_is_grad_enabled() { return at::GradMode::is_enabled(); }
API void* swt_inference_mode(int on) { GUARD(nullptr, return new c10::InferenceMode(on != 0);) }
API void swt_inference_mode_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
API Handle swt_grad(Handle a) TENSOR(Tensor(a->grad()))
API int swt_set_grad(Handle a, Handle grad) VOID(a->mutable_grad() = maybe(grad))
API int swt_backward(Handle a, Handle gradient, int retain_graph, int create_graph) VOID(
    if (!gradient && !retain_graph && !create_graph) a->backward();
    else torch::autograd::backward({*a}, {maybe(gradient)}, retain_graph != 0, create_graph != 0))
API int swt_autograd_grad(const Handle* outputs, int m, const Handle* inputs, int n, const Handle* gradients, int retain_graph, int create_graph,
                          int allow_unused, Handle* result)
    COUNT(own_all(torch::autograd::grad(tensors(outputs, m), tensors(inputs, n), gradients ? tensors(gradients, m) : std::vector<Tensor>(),
                                        retain_graph != 0, create_graph != 0, allow_unused != 0), result, n))

// Optimisation: one call per step over all parameters

API int swt_zero_grad(const Handle* p, int n, int set_to_none) VOID(
    for (int i = 0; i < n; i++) {
        Tensor& grad = p[i]->mutable_grad();
        if (!grad.defined()) continue;
        if (set_to_none) grad.reset(); else grad.detach_().zero_();
    })

// torch.nn.utils.clip_grad_norm_: the norm over all gradients, which are scaled by max_norm / (norm + 1e-6) when that is below 1.
API int swt_clip_grad_norm_(const Handle* p, int n, double max_norm, double norm_type, double* total) VOID(
    at::NoGradGuard no_grad;
    std::vector<Tensor> norms;
    for (int i = 0; i < n; i++) {
        if (p[i]->grad().defined()) norms.push_back(at::norm(p[i]->grad(), norm_type));
    }
    *total = norms.empty() ? 0.0 : at::norm(at::stack(norms), norm_type).item<double>();
    const double scale = max_norm / (*total + 1e-6);
    if (scale < 1) {
        for (int i = 0; i < n; i++) {
            if (p[i]->grad().defined()) p[i]->mutable_grad().mul_(scale);
        }
    })

// Adam (Kingma and Ba 2015, algorithm 1); with decoupled != 0 AdamW (Loshchilov and Hutter 2019). Parameters without a gradient are left
// alone, their step count too. Built of ATen's vectorised operators, which beat a hand-written loop.
API int swt_adam_step(const Handle* p, const Handle* mean, const Handle* square, int64_t* steps, int n, double lr, double beta1, double beta2,
                      double eps, double weight_decay, int decoupled) VOID(
    at::NoGradGuard no_grad;
    for (int i = 0; i < n; i++) {
        Tensor grad = p[i]->grad();
        if (!grad.defined()) continue;
        const double step = static_cast<double>(++steps[i]);
        if (weight_decay != 0) {
            if (decoupled) p[i]->mul_(1 - lr * weight_decay); else grad = grad.add(*p[i], weight_decay);
        }
        mean[i]->mul_(beta1).add_(grad, 1 - beta1);
        square[i]->mul_(beta2).addcmul_(grad, grad, 1 - beta2);
        Tensor denominator = square[i]->sqrt().div_(std::sqrt(1 - std::pow(beta2, step))).add_(eps);
        p[i]->addcdiv_(*mean[i], denominator, -lr / (1 - std::pow(beta1, step)));
    })
