#include "engine/opinion/memory.hpp"

#include <doctest/doctest.h>

using namespace medskapa::opinion;

namespace {

Plane plane(std::vector<double> first, std::vector<double> second) {
    Plane result;
    result.components = {std::move(first), std::move(second)};
    result.explained = {0.5, 0.3};
    return result;
}

Memory remembering(std::vector<double> first, std::vector<double> second) {
    Memory memory;
    memory.statements = {0, 1};
    memory.components = {std::move(first), std::move(second)};
    return memory;
}

}  // namespace

TEST_CASE("a map that comes out mirrored is turned back") {
    const auto turned = aligned(plane({-1, 0}, {0, 1}), {0, 1}, remembering({1, 0}, {0, 1}));

    CHECK(turned.components[0] == std::vector<double>{1, 0});
    CHECK(turned.components[1] == std::vector<double>{0, 1});
}

TEST_CASE("axes that change places keep theirs, and so does the share each explains") {
    const auto turned = aligned(plane({0, 1}, {1, 0}), {0, 1}, remembering({1, 0}, {0, 1}));

    CHECK(turned.components[0] == std::vector<double>{1, 0});
    CHECK(turned.explained[0] == doctest::Approx(0.3));
}

TEST_CASE("a map with no statement in common with the remembered one is left as it is") {
    const auto turned = aligned(plane({0, 1}, {1, 0}), {7, 8}, remembering({1, 0}, {0, 1}));

    CHECK(turned.components[0] == std::vector<double>{0, 1});
}

TEST_CASE("a group keeps its name when most of its people stay, and a new one gets a free name") {
    Memory memory;
    memory.participants = {1, 2, 3, 4, 5};
    memory.labels = {0, 0, 2, 2, 2};

    CHECK(continued_labels({2, {1, 1, 0, 0, 0}}, {1, 2, 3, 4, 5}, memory) == std::vector<int>{2, 0});
    CHECK(continued_labels({3, {0, 0, 1, 1, 2}}, {1, 2, 3, 4, 9}, memory) == std::vector<int>{0, 2, 1});
    CHECK(continued_labels({2, {0, 1}}, {1, 2}, {}) == std::vector<int>{0, 1});
}

TEST_CASE("another number of groups is shown only when it has been clearly better four maps in a row") {
    Choice choice{2, 0, 0};
    for (int draw = 1; draw <= 3; ++draw) {
        choice = steady_choice(3, 0.03, choice);
        CHECK(choice == Choice{2, 3, draw});
    }
    CHECK(steady_choice(3, 0.03, choice) == Choice{3, 0, 0});
    CHECK(steady_choice(3, 0.02, choice) == Choice{2, 0, 0});
    CHECK(steady_choice(4, 0.03, choice) == Choice{2, 4, 1});
    CHECK(steady_choice(5, 0.0, {}) == Choice{5, 0, 0});
}
