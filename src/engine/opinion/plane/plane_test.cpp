#include "engine/opinion/plane/plane.hpp"

#include "engine/opinion/plane/principal.hpp"
#include "engine/opinion/synthetic.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <Eigen/Eigenvalues>
#include <cmath>

using namespace medskapa;
using namespace medskapa::opinion;

namespace {

std::vector<bool> none_out(const Conversation& conversation) {
    return std::vector<bool>(conversation.statements().size());
}

/// The centred votes, missing ones 0: participants x statements.
Eigen::MatrixXd centred(const Conversation& conversation, const std::vector<double>& center) {
    Eigen::MatrixXd votes =
        Eigen::MatrixXd::Zero(std::ssize(conversation.participants()), std::ssize(conversation.statements()));
    for (std::size_t p = 0; p < conversation.participants().size(); ++p) {
        for (const auto ballot : conversation.ballots(p)) {
            const auto j = ballot.statement();
            votes(static_cast<Eigen::Index>(p), static_cast<Eigen::Index>(j)) = ballot.value() - center[j];
        }
    }
    return votes;
}

double cosine(const std::vector<double>& ours, const Eigen::VectorXd& theirs) {
    return std::abs(Eigen::Map<const Eigen::VectorXd>(ours.data(), theirs.size()).dot(theirs));
}

}  // namespace

TEST_CASE("two camps on two statements lie on a line through both, worked by hand") {
    const auto conversation = test::voted({"++", "++", "--", "--"});
    const auto plane = principal_plane(conversation, none_out(conversation));

    CHECK(plane.center == std::vector<double>{0, 0});
    CHECK(plane.components[0][0] == doctest::Approx(std::sqrt(0.5)));
    CHECK(plane.components[0][1] == doctest::Approx(std::sqrt(0.5)));
    CHECK(plane.explained[0] == doctest::Approx(1));
    CHECK(plane.components[1] == std::vector<double>{0, 0});

    const auto seats = conversation.seats_by_id();
    const auto places = positions(conversation, seats, plane, none_out(conversation), {2, 0});
    CHECK(places[0].x == doctest::Approx(std::sqrt(2.0)));
    CHECK(places[3].x == doctest::Approx(-std::sqrt(2.0)));
    CHECK(places[0].y == 0);
}

TEST_CASE("few votes are stretched by the square root of what is missing") {
    const auto conversation = test::voted({"++", "--", "+ "});
    const auto plane = principal_plane(conversation, none_out(conversation));
    const auto places =
        positions(conversation, conversation.seats_by_id(), plane, none_out(conversation), {2, 0});

    const double deviation = 1 - 1.0 / 3;
    CHECK(places[2].x == doctest::Approx(std::sqrt(2.0) * deviation * plane.components[0][0]));
}

TEST_CASE("components are those of the centred votes, on counted pairs and on the votes themselves") {
    for (const std::size_t statements : {std::size_t{60}, Conversation::most_counted + 1}) {
        const auto conversation = synthetic_conversation({80, statements, 0.3, 5});
        const auto plane = principal_plane(conversation, none_out(conversation));
        const auto votes = centred(conversation, plane.center);
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(votes * votes.transpose());
        const auto last = votes.rows() - 1;

        for (Eigen::Index c = 0; c < 2; ++c) {
            const Eigen::VectorXd theirs =
                (votes.transpose() * solver.eigenvectors().col(last - c)).normalized();
            CHECK(cosine(plane.components[static_cast<std::size_t>(c)], theirs) ==
                  doctest::Approx(1).epsilon(1e-10));
        }
        CHECK(plane.explained[0] ==
              doctest::Approx(solver.eigenvalues()(last) / votes.squaredNorm()).epsilon(1e-10));
    }
}

TEST_CASE("a statement that is left out weighs nothing, as if it were not there") {
    auto with = test::voted({"++-", "+--", "--+", "-++"});
    const auto plane = principal_plane(with, {false, false, true});
    const auto without = test::voted({"++", "+-", "--", "-+"});

    CHECK(plane.components[0][2] == 0);
    CHECK(plane.center[2] == 0);
    CHECK(plane.explained == principal_plane(without, none_out(without)).explained);
}

TEST_CASE("equal eigenvalues and matrices of order one and none are no obstacle") {
    const Eigen::VectorXd diagonal{{3, 7, 7, 1}};
    const auto pair =
        leading_pair(4, [&](const Eigen::MatrixXd& columns) { return diagonal.asDiagonal() * columns; });

    CHECK(pair.values[0] == doctest::Approx(7));
    CHECK(pair.values[1] == doctest::Approx(7));
    CHECK(std::abs(pair.vectors[0].dot(pair.vectors[1])) < 1e-12);

    const auto one = leading_pair(1, [](const Eigen::MatrixXd& columns) { return 2 * columns; });
    CHECK(one.values[0] == doctest::Approx(2));
    CHECK(one.vectors[0](0) == 1);
    CHECK(one.values[1] == 0);
    CHECK(leading_pair(0, [](const Eigen::MatrixXd& columns) { return columns; }).values[0] == 0);
}

TEST_CASE("opinions drawn without any connection show no structure, camps do") {
    Conversation noise;
    Random random{11};
    for (int j = 0; j < 40; ++j) (void)noise.add_statement(j);
    for (int i = 0; i < 300; ++i) {
        for (int j = 0; j < 40; ++j)
            (void)noise.vote(i, j, static_cast<Vote>(static_cast<int>(random.below(3)) - 1));
    }
    const auto camps = synthetic_conversation({300, 40, 1, 11});

    CHECK_FALSE(principal_plane(noise, none_out(noise)).has_structure());
    CHECK(principal_plane(camps, none_out(camps)).has_structure());
}
