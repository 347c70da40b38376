#!/usr/bin/python3
"""Writes golden.json beside itself: forward values and gradients of what the binding offers, by Debian's python3-torch.

Every case is a list of named inputs, the outputs, and the gradients of sum(weights * output) with respect to the float inputs, where
weights are fixed numbers. Run it again only to add cases: a change of an old value needs a reason.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

torch.manual_seed(7)
torch.set_num_threads(1)


def values(tensor):
    return {"shape": list(tensor.shape), "data": [float(v) for v in tensor.detach().reshape(-1).tolist()]}


def weigh(output):
    ramp = torch.cos(torch.arange(output.numel(), dtype=torch.float32) * 0.7).reshape(output.shape)
    return (output * ramp).sum()


def case(function, *inputs):
    leaves = [i.clone().requires_grad_() if i.is_floating_point() else i for i in inputs]
    output = function(*leaves)
    gradients = []
    if output.is_floating_point() and output.requires_grad:
        weigh(output).backward()
        gradients = [values(l.grad if l.grad is not None else torch.zeros_like(l)) for l in leaves if l.is_floating_point()]
    return {"inputs": [values(i) for i in inputs], "output": values(output.float()), "gradients": gradients}


a = torch.randn(3, 4)
b = torch.randn(3, 4)
positive = torch.rand(3, 4) + 0.2
inside = torch.rand(3, 4) * 1.6 - 0.8
square = torch.randn(4, 5)
cube = torch.randn(2, 3, 4)
cube2 = torch.randn(2, 4, 3)
labels = torch.tensor([2, 0, 3])
weight = torch.rand(4) + 0.5

cases = {
    "add": case(lambda x, y: x + y, a, b),
    "add_alpha": case(lambda x, y: torch.add(x, y, alpha=0.3), a, b),
    "add_number": case(lambda x: x + 1.5, a),
    "sub": case(lambda x, y: x - y, a, b),
    "sub_number": case(lambda x: x - 1.5, a),
    "rsub_number": case(lambda x: 1.5 - x, a),
    "mul": case(lambda x, y: x * y, a, b),
    "mul_number": case(lambda x: 2.5 * x, a),
    "div": case(lambda x, y: x / y, a, positive),
    "div_number": case(lambda x: x / 2.5, a),
    "rdiv_number": case(lambda x: 2.5 / x, positive),
    "remainder": case(lambda x: x % 0.7, a),
    "pow": case(lambda x, y: x.pow(y), positive, b),
    "pow_number": case(lambda x: x.pow(3), a),
    "atan2": case(torch.atan2, a, b),
    "maximum": case(torch.maximum, a, b),
    "minimum": case(torch.minimum, a, b),
    "neg": case(lambda x: -x, a),
    "exp": case(torch.exp, a),
    "log": case(torch.log, positive),
    "sqrt": case(torch.sqrt, positive),
    "square": case(torch.square, a),
    "abs": case(torch.abs, a),
    "sin": case(torch.sin, a),
    "cos": case(torch.cos, a),
    "tanh": case(torch.tanh, a),
    "atanh": case(torch.atanh, inside),
    "sigmoid": case(torch.sigmoid, a),
    "relu": case(torch.relu, a),
    "silu": case(F.silu, a),
    "softplus": case(F.softplus, a),
    "softplus_beta": case(lambda x: F.softplus(x, 2.0, 1.0), a),
    "reciprocal": case(torch.reciprocal, positive),
    "floor": case(torch.floor, a),
    "sign": case(torch.sign, a),
    "round": case(torch.round, a),
    "round_decimals": case(lambda x: torch.round(x.detach(), decimals=1), a),
    "clamp": case(lambda x: x.clamp(-0.5, 0.5), a),
    "clamp_min": case(lambda x: x.clamp(min=0.1), a),
    "clamp_max": case(lambda x: x.clamp(max=0.1), a),
    "softmax": case(lambda x: x.softmax(1), a),
    "log_softmax": case(lambda x: x.log_softmax(-1), a),
    "matmul": case(torch.matmul, a, square),
    "mm": case(torch.mm, a, square),
    "bmm": case(torch.bmm, cube, cube2),
    "view": case(lambda x: x.view(2, 6), a),
    "reshape": case(lambda x: x.t().reshape(2, -1), a),
    "flatten": case(lambda x: x.flatten(1), cube),
    "unflatten": case(lambda x: x.view(3, 2, 2), a),
    "squeeze": case(lambda x: x.narrow(0, 1, 1).squeeze(0), a),
    "unsqueeze": case(lambda x: x.unsqueeze(1) * 2, a),
    "expand": case(lambda x: x.unsqueeze(0).expand(2, 3, 4), a),
    "permute": case(lambda x: x.permute(2, 0, 1), cube),
    "transpose": case(lambda x: x.transpose(0, 2), cube),
    "t": case(lambda x: x.t(), a),
    "repeat": case(lambda x: x.repeat(2, 1), a),
    "flip": case(lambda x: x.flip([1]), a),
    "narrow": case(lambda x: x.narrow(1, 1, 2), a),
    "select": case(lambda x: x.select(1, 2), a),
    "slice": case(lambda x: x[:, 0:4:2], a),
    "chunk": case(lambda x: x.chunk(2, 1)[1], a),
    "split": case(lambda x: x.split(3, 1)[1], a),
    "split_sizes": case(lambda x: x.split([1, 3], 1)[1], a),
    "index_select": case(lambda x, i: x.index_select(0, i), a, torch.tensor([2, 0, 2])),
    "gather": case(lambda x, i: x.gather(1, i), a, torch.tensor([[0, 1], [3, 3], [2, 0]])),
    "where": case(lambda x, y: torch.where(x > y, x, y * 2), a, b),
    "masked_fill": case(lambda x: x.masked_fill(x > 0, 0.25), a),
    "cat": case(lambda x, y: torch.cat([x, y], 1), a, b),
    "stack": case(lambda x, y: torch.stack([x, y], 1), a, b),
    "index_mixed": case(lambda x: x[..., 1:3], cube),
    "index_new_axis": case(lambda x: x[None, :, -1], a),
    "index_tensor": case(lambda x, i: x[i, 1], a, torch.tensor([2, 0, 2])),
    "index_step": case(lambda x: x[0::2, 1:], a),
    "sum": case(torch.sum, a),
    "sum_dims": case(lambda x: x.sum([0, 2], keepdim=True), cube),
    "sum_dim": case(lambda x: x.sum(-1), cube),
    "mean": case(torch.mean, a),
    "mean_dims": case(lambda x: x.mean([1]), cube),
    "std": case(torch.std, a),
    "std_dims": case(lambda x: x.std([1], unbiased=False, keepdim=True), cube),
    "var": case(torch.var, a),
    "var_dims": case(lambda x: x.var([0, 1]), cube),
    "max": case(torch.max, a),
    "max_dim": case(lambda x: x.max(1)[0], a),
    "max_index": case(lambda x: x.max(1, keepdim=True)[1], a),
    "min": case(torch.min, a),
    "min_dim": case(lambda x: x.min(0)[0], a),
    "amax": case(lambda x: x.amax([1, 2]), cube),
    "amin": case(lambda x: x.amin([0], keepdim=True), cube),
    "argmax": case(torch.argmax, a),
    "argmax_dim": case(lambda x: x.argmax(1), a),
    "argmin": case(torch.argmin, a),
    "argmin_dim": case(lambda x: x.argmin(0, keepdim=True), a),
    "norm": case(torch.norm, a),
    "norm_dim": case(lambda x: x.norm(p=1, dim=1, keepdim=True), a),
    "logsumexp": case(lambda x: x.logsumexp(1), a),
    "cumsum": case(lambda x: x.cumsum(1), a),
    "topk": case(lambda x: x.topk(2, 1)[0], a),
    "topk_index": case(lambda x: x.topk(2, 1, largest=False)[1], a),
    "sort": case(lambda x: x.sort(1)[0], a),
    "sort_index": case(lambda x: x.sort(0, descending=True)[1], a),
    "all": case(lambda x: (x > -9).all(), a),
    "any": case(lambda x: (x > 0).any(1), a),
    "eq": case(lambda x, y: x == y, torch.tensor([1.0, 2.0]), torch.tensor([1.0, 3.0])),
    "ne": case(lambda x: x != 2, torch.tensor([1.0, 2.0])),
    "lt": case(lambda x, y: x < y, a, b),
    "le": case(lambda x: x <= 0.3, a),
    "gt": case(lambda x, y: x > y, a, b),
    "ge": case(lambda x: 0.3 <= x, a),
    "and_not": case(lambda x, y: (x > 0) & ~(y > 0) | (x > 1), a, b),
    "linear": case(F.linear, a, torch.randn(2, 4), torch.randn(2)),
    "linear_no_bias": case(F.linear, a, torch.randn(2, 4)),
    "layer_norm": case(lambda x, w, y: F.layer_norm(x, [4], w, y, 1e-5), a, torch.rand(4), torch.rand(4)),
    "layer_norm_plain": case(lambda x: F.layer_norm(x, [3, 4]), cube),
    "gru_cell": case(lambda x, h, wi, wh, bi, bh: torch.gru_cell(x, h, wi, wh, bi, bh),
                     a, torch.randn(3, 2), torch.randn(6, 4), torch.randn(6, 2), torch.randn(6), torch.randn(6)),
    "one_hot": case(lambda i: F.one_hot(i, 5), labels),
    "pad": case(lambda x: F.pad(x, [1, 2, 0, 1], value=0.5), a),
    "mse_loss": case(F.mse_loss, a, b),
    "mse_loss_sum": case(lambda x, y: F.mse_loss(x, y, reduction="sum"), a, b),
    "mse_loss_none": case(lambda x, y: F.mse_loss(x, y, reduction="none"), a, b),
    "l1_loss": case(F.l1_loss, a, b),
    "huber_loss": case(lambda x, y: F.huber_loss(x, y, delta=0.5), a, b),
    "smooth_l1_loss": case(lambda x, y: F.smooth_l1_loss(x, y, beta=0.5), a, b),
    "kl_div": case(lambda x, y: F.kl_div(x.log_softmax(1), y.log_softmax(1), log_target=True, reduction="mean"), a, b),
    "kl_div_plain": case(lambda x, y: F.kl_div(x.log_softmax(1), y.softmax(1), reduction="sum"), a, b),
    "bce_with_logits": case(lambda x, y: F.binary_cross_entropy_with_logits(x, y.sigmoid()), a, b),
    "bce_with_logits_weighted": case(
        lambda x, y, w, p: F.binary_cross_entropy_with_logits(x, y.sigmoid(), w.detach(), pos_weight=p.detach()), a, b, weight, weight + 1),
    "cross_entropy": case(F.cross_entropy, a, labels),
    "cross_entropy_weighted": case(lambda x, i, w: F.cross_entropy(x, i, w.detach(), label_smoothing=0.1), a, labels, weight),
}


def train(optimizer_type, **options):
    """20 steps of y = x w on fixed data, gradients clipped to norm 2; the parameters and the norm after each step."""
    x = torch.linspace(-1, 1, 24).reshape(6, 4)
    y = torch.sin(x.sum(1, keepdim=True) * 3)
    w = torch.linspace(-0.5, 0.5, 8).reshape(4, 2).requires_grad_()
    v = torch.linspace(0.3, -0.3, 2).reshape(2, 1).requires_grad_()
    optimizer = optimizer_type([w, v], **options)
    steps = []
    for _ in range(20):
        optimizer.zero_grad()
        loss = F.mse_loss(torch.tanh(x @ w) @ v, y, reduction="sum")
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_([w, v], 2.0)
        optimizer.step()
        steps.append({"loss": loss.item(), "norm": norm.item(), "w": values(w), "v": values(v)})
    return steps


def gru_sequence():
    cell = torch.nn.GRUCell(3, 4)
    with torch.no_grad():
        for p in cell.parameters():
            p.copy_(torch.linspace(-0.6, 0.7, p.numel()).reshape(p.shape))
    x = torch.sin(torch.arange(5 * 2 * 3, dtype=torch.float32)).reshape(5, 2, 3)
    h = torch.zeros(2, 4)
    for t in range(5):
        h = cell(x[t], h)
    loss = h.square().sum()
    loss.backward()
    return {"loss": loss.item(), "h": values(h), "gradients": {n: values(p.grad) for n, p in cell.named_parameters()}}


def schedule(make):
    parameter = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.Adam([parameter], 0.01)
    scheduler = make(optimizer)
    rates = []
    for _ in range(25):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def seeded():
    torch.manual_seed(123)
    return {
        "randn": values(torch.randn(5)),
        "rand": values(torch.rand(5)),
        "randint": values(torch.randint(0, 100, (5,))),
        "randperm": values(torch.randperm(5)),
        "linear_weight": values(torch.empty(2, 3).uniform_(-0.5, 0.5)),
    }


golden = {
    "torch": torch.__version__,
    "cases": cases,
    "Adam": train(torch.optim.Adam, lr=0.05, weight_decay=0.02),
    "AdamW": train(torch.optim.AdamW, lr=0.05, weight_decay=0.02, betas=(0.8, 0.95), eps=1e-6),
    "gru_sequence": gru_sequence(),
    "CosineAnnealingLR": schedule(lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 10, eta_min=0.001)),
    "LambdaLR": schedule(lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda epoch: min(1.0, (epoch + 1) / 8))),
    "seeded": seeded(),
}
path = pathlib.Path(__file__).with_name("golden.json")
path.write_text(json.dumps(golden, indent=None, separators=(",", ":")).replace('},"', '},\n"') + "\n")
