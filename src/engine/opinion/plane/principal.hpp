#pragma once

#include <Eigen/Core>
#include <array>
#include <functional>

namespace medskapa::opinion {

/// Multiplies a symmetric matrix, never seen whole, by a few columns: n x b in, n x b out.
using SymmetricProduct = std::function<Eigen::MatrixXd(const Eigen::MatrixXd&)>;

struct PrincipalPair {
    std::array<double, 2> values{};          // the two largest eigenvalues, >= 0, falling
    std::array<Eigen::VectorXd, 2> vectors;  // of length 1, the largest entry positive; 0 where the value is
};

/// The two leading eigenpairs of a symmetric positive semidefinite matrix of order `size`, to the last bits
/// that doubles carry (residual below 1e-13 of the largest value, or 60 restarts). Block Krylov iteration
/// with full orthogonalisation and Rayleigh-Ritz restarts (Saad, Numerical Methods for Large Eigenvalue
/// Problems, 2011, ch. 6) from a fixed start, so that the same matrix gives the same bits. Equal eigenvalues
/// are no obstacle.
PrincipalPair leading_pair(Eigen::Index size, const SymmetricProduct&);

}  // namespace medskapa::opinion
