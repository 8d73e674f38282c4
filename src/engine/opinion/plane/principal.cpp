#include "engine/opinion/plane/principal.hpp"

#include "engine/opinion/random.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index block_width = 2;
constexpr Index most_columns = 40;
constexpr Index first_look = 18;
constexpr int most_restarts = 60;
constexpr double precision = 1e-13;
constexpr std::uint64_t starting_seed = 0x6d656473;

MatrixXd starting_block(Index size, Index width) {
    Random random{starting_seed};
    MatrixXd block(size, width);
    for (Index c = 0; c < width; ++c) {
        for (Index r = 0; r < size; ++r) block(r, c) = random.unit() - 0.5;
    }
    return block;
}

/// An orthonormal basis that grows, and the matrix' product with each of its columns. Products are taken
/// column by column because a blocked product adds in an order that depends on the machine.
class Krylov {
public:
    Krylov(Index size, const SymmetricProduct& product)
        : product_{product}, basis_(size, 0), image_(size, 0) {}

    /// Adds what is new in the block; false when nothing is.
    bool extend(const MatrixXd& block) {
        const auto before = basis_.cols();
        for (Index c = 0; c < block.cols() && basis_.cols() < basis_.rows(); ++c) add(block.col(c));
        const auto added = basis_.cols() - before;
        if (added == 0) return false;
        image_.conservativeResize(Eigen::NoChange, basis_.cols());
        image_.rightCols(added) = product_(basis_.rightCols(added));
        last_ = added;
        return true;
    }

    Index columns() const { return basis_.cols(); }
    MatrixXd last_image() const { return image_.rightCols(last_); }

    struct Ritz {
        VectorXd values;   // falling
        MatrixXd vectors;  // size x columns asked for
        MatrixXd residuals;
    };

    Ritz ritz(Index wanted) const {
        MatrixXd small(columns(), columns());
        for (Index a = 0; a < columns(); ++a) {
            for (Index b = 0; b <= a; ++b) small(a, b) = small(b, a) = basis_.col(a).dot(image_.col(b));
        }
        const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(small);
        wanted = std::min(wanted, columns());
        const VectorXd values = solver.eigenvalues().reverse().head(wanted);
        const MatrixXd weights = solver.eigenvectors().rowwise().reverse().leftCols(wanted);
        MatrixXd vectors = basis_.lazyProduct(weights);
        MatrixXd residuals = image_.lazyProduct(weights);
        for (Index c = 0; c < wanted; ++c) residuals.col(c) -= values(c) * vectors.col(c);
        return {values, std::move(vectors), std::move(residuals)};
    }

private:
    /// Orthogonalised twice: once leaves what rounding put back.
    void add(VectorXd column) {
        const double before = column.norm();
        for (int pass = 0; pass < 2; ++pass) {
            for (Index c = 0; c < basis_.cols(); ++c) column -= basis_.col(c).dot(column) * basis_.col(c);
        }
        const double length = column.norm();
        if (!(length > before * 1e-12)) return;
        basis_.conservativeResize(Eigen::NoChange, basis_.cols() + 1);
        basis_.rightCols(1) = column / length;
    }

    const SymmetricProduct& product_;
    MatrixXd basis_;
    MatrixXd image_;
    Index last_ = 0;
};

bool has_converged(const Krylov::Ritz& ritz) {
    const auto wanted = std::min<Index>(2, ritz.values.size());
    return ritz.residuals.leftCols(wanted).colwise().norm().maxCoeff() <= precision * ritz.values(0);
}

/// Extends the space until its Ritz pairs have converged, or nothing new is found: then true, with `ritz` the
/// last. A look at them costs about as much as two extensions, so there are few.
bool grown_until_converged(Krylov& space, const MatrixXd& start, Krylov::Ritz& ritz) {
    bool grows = space.extend(start);
    for (Index look = first_look; grows && space.columns() + block_width <= most_columns;) {
        grows = space.extend(space.last_image());
        if (space.columns() < look) continue;
        ritz = space.ritz(block_width);
        if (has_converged(ritz)) return true;
        look = space.columns() + 3 * block_width;
    }
    if (space.columns() == 0) return true;
    ritz = space.ritz(block_width);
    return !grows || has_converged(ritz);
}

void fix_sign(VectorXd& vector) {
    Index largest = 0;
    vector.cwiseAbs().maxCoeff(&largest);
    if (vector(largest) < 0) vector = -vector;
}

PrincipalPair pair_of(const Krylov::Ritz& ritz, Index size) {
    PrincipalPair pair;
    for (Index c = 0; c < 2; ++c) {
        auto& vector = pair.vectors[static_cast<std::size_t>(c)];
        vector = VectorXd::Zero(size);
        // What is this small against the first is rounding, and its direction means nothing.
        if (c >= ritz.values.size() || !(ritz.values(c) > 1e-12 * ritz.values(0))) continue;
        pair.values[static_cast<std::size_t>(c)] = ritz.values(c);
        vector = ritz.vectors.col(c).normalized();
        fix_sign(vector);
    }
    return pair;
}

}  // namespace

PrincipalPair leading_pair(Index size, const SymmetricProduct& product) {
    if (size == 0) return {{}, {VectorXd{}, VectorXd{}}};
    MatrixXd start = starting_block(size, std::min(block_width, size));
    Krylov::Ritz ritz;
    for (int restart = 0; restart < most_restarts; ++restart) {
        Krylov space{size, product};
        if (grown_until_converged(space, start, ritz)) break;
        start = ritz.vectors;
    }
    return pair_of(ritz, size);
}

}  // namespace medskapa::opinion
