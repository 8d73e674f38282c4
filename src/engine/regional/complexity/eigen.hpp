#pragma once

#include <functional>
#include <vector>

namespace medskapa::regional {

/// One eigenvalue of a symmetric operator and its vector of length 1.
struct Eigenpair {
    double value = 0;
    std::vector<double> vector;
};

using Operator = std::function<std::vector<double>(const std::vector<double>&)>;

/// The largest eigenpair among vectors at right angles to all of `besides` (each of length 1), by Lanczos
/// with full reorthogonalisation from a fixed start: the same input gives the same bits. Stops when the
/// residual is below `precision`. `besides` must be fewer than `size`.
Eigenpair largest_eigenpair(
    std::size_t size, const Operator&, const std::vector<std::vector<double>>& besides, double precision);

}  // namespace medskapa::regional
