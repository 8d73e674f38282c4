#include "domain/document/comparison.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace medskapa;

namespace {

/// Lines with these numbers for nodes and words; 1 is the heading.
Lines text_of(const std::vector<int>& numbers) {
    Lines lines{{{{1}, Node::Kind::section, Node::Type::text, "A"}, 1, {}, "Rubrik"}};
    for (const int n : numbers)
        lines.push_back({{{n}, Node::Kind::paragraph, Node::Type::text, "A-p" + std::to_string(n)}, 1, {},
            "Stycke " + std::to_string(n)});
    return lines;
}

}  // namespace

TEST_CASE("the same text has no difference") {
    const auto comparison = compared(text_of({2, 3, 4}), text_of({2, 3, 4}));
    CHECK(comparison.differences.empty());
    CHECK(comparison.same == 4);
}

TEST_CASE("of paragraphs in another order as few as can be are called moved") {
    const auto comparison = compared(text_of({2, 3, 4, 5, 6}), text_of({6, 2, 3, 4, 5}));
    REQUIRE(comparison.differences.size() == 1);
    CHECK(comparison.differences[0].node.id.value == 6);
    CHECK(comparison.moved == 1);
}

TEST_CASE("what is new, gone and changed is counted once each") {
    auto after = text_of({2, 7, 4});
    after[3].text = "Andra ord";
    const auto comparison = compared(text_of({2, 3, 4}), after);
    CHECK(comparison.added == 1);
    CHECK(comparison.removed == 1);
    CHECK(comparison.changed == 1);
    CHECK(comparison.same == 2);
    CHECK(comparison.differences.back().before == "Stycke 3");
    CHECK(comparison.differences.back().where == Whereabouts{"Rubrik", 2});
}

TEST_CASE("every line of both texts is in exactly one count") {
    std::mt19937 random{5};
    for (int round = 0; round < 500; ++round) {
        std::vector<int> one;
        std::vector<int> two;
        for (int n = 2; n < 20; ++n) {
            if (random() % 3 != 0) one.push_back(n);
            if (random() % 3 != 0) two.push_back(n);
        }
        std::shuffle(two.begin(), two.end(), random);
        const auto c = compared(text_of(one), text_of(two));
        REQUIRE(c.added + c.changed + c.moved + c.same == static_cast<std::int64_t>(two.size()) + 1);
        REQUIRE(c.removed + c.changed + c.moved + c.same == static_cast<std::int64_t>(one.size()) + 1);
    }
}
