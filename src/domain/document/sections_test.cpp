#include "domain/document/sections.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const auto text = read_manuscript(R"(# Länet {#X}

[X-p1] Först.

## Ett {#X-1}

[X-1-p1] A.

### Ett ett {#X-1.1}

[X-1.1-p1] B.

## Två {#X-2}

[X-2-p1] C.

[X-2-p2] D.
)",
    "X");

/// With ids, as the store gives them.
Lines lines() {
    auto all = text.value();
    std::int64_t id = 0;
    for (auto& line : all) line.node.id = {++id};
    return all;
}

std::string codes(const Lines& all) {
    std::string out;
    for (const auto& line : all) out += line.node.code + ' ';
    return out;
}

Id<Node> named(const std::string& code) {
    for (const auto& line : lines())
        if (line.node.code == code) return line.node.id;
    return {};
}

}  // namespace

TEST_CASE("a section moves with all that stands under it, and parts no other section") {
    CHECK(codes(*section_moved(lines(), named("X-1"), named("X-2-p1"))) ==
          "X X-p1 X-2 X-2-p1 X-2-p2 X-1 X-1-p1 X-1.1 X-1.1-p1 ");
    CHECK(codes(*section_moved(lines(), named("X-2"), named("X-p1"))) ==
          "X X-p1 X-2 X-2-p1 X-2-p2 X-1 X-1-p1 X-1.1 X-1.1-p1 ");
    CHECK(codes(*section_moved(lines(), named("X-1.1"), named("X-2"))) ==
          "X X-p1 X-1 X-1-p1 X-2 X-2-p1 X-2-p2 X-1.1 X-1.1-p1 ");
}

TEST_CASE("a section is not moved into itself, and the title nowhere") {
    CHECK_FALSE(section_moved(lines(), named("X-1"), named("X-1.1-p1")));
    CHECK_FALSE(section_moved(lines(), named("X"), named("X-2")));
}

TEST_CASE("a new heading has a code that nothing has had") {
    CHECK(next_heading_code("X", lines(), {"X-x1"}) == "X-x2");
}

TEST_CASE("words that are lost between two texts are named, whatever their order and capitals") {
    CHECK(words_lost(
        "Alla ska nå en affär. Avstånden är långa.", "Avstånden är långa, men alla ska nå en affär.")
              .empty());
    CHECK(words_lost("Alla ska nå en affär. Avstånden är långa.", "Alla ska nå en affär.") ==
          "Avstånden är långa");
    CHECK(words_lost("och och", "och") == "och");
}
