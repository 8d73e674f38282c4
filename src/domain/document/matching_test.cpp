#include "domain/document/matching.hpp"

#include <doctest/doctest.h>
#include <random>
#include <set>

using namespace medskapa;

namespace {

constexpr auto known_text = R"(# Länet 2050 {#RUS}

## 1 Vision {#RUS-1}

[RUS-1-p1] Länet är en plats att leva och verka på för alla.

[RUS-1-p2] Avstånden är långa.

## 2 Mål {#RUS-2}

[RUS-2-p1] Alla ska nå en affär inom en halvtimme.
)";

Lines known() {
    auto lines = *read_manuscript(known_text, "RUS");
    std::int64_t id = 0;
    for (auto& line : lines) line.node.id = {++id};
    return lines;
}

/// The ids of the nodes that the lines of the text are; 0 for new ones.
std::vector<std::int64_t> ids(const std::string& markdown) {
    std::vector<std::int64_t> all;
    for (const auto& line : matched(known(), *read_manuscript(markdown, "RUS")))
        all.push_back(line.node.id.value);
    return all;
}

}  // namespace

TEST_CASE("a text that comes back is known again line by line, wherever its lines stand") {
    CHECK(ids(known_text) == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
    CHECK(ids("# Länet 2050\n\n## 1 Mål\n\nAlla ska nå en affär inom en halvtimme.\n\n## 2 Vision\n\n"
              "Avstånden är långa.\n") == std::vector<std::int64_t>{1, 5, 6, 2, 4});
}

TEST_CASE("changed words are known again by half of them, and others are new") {
    CHECK(
        ids("# Länet 2051\n\n## 1 Vision\n\nNågot helt annat står här.\n\n"
            "Länet är en god plats att leva och bo på för alla.\n") == std::vector<std::int64_t>{1, 2, 0, 3});
}

TEST_CASE("where the code agrees less is enough, but not nothing") {
    CHECK(ids("# L\n\n## 1 Vision\n\n[RUS-1-p2] Stora avstånd är långa resor.\n") ==
          std::vector<std::int64_t>{1, 2, 4});
    CHECK(ids("# L\n\n## 1 Vision\n\n[RUS-1-p2] Fisk.\n") == std::vector<std::int64_t>{1, 2, 0});
}

TEST_CASE("no node is given to two lines, and a known line keeps its code and type") {
    std::mt19937 random{3};
    const char* words[] = {
        "Länet är långt.", "Länet är långt och brett.", "Alla ska nå en affär.", "Avstånd."};
    for (int round = 0; round < 300; ++round) {
        std::string text = "# L\n";
        for (auto n = random() % 8; n > 0; --n) text += std::string{"\n"} + words[random() % 4] + "\n";
        auto from = known();
        from[3].node.type = Node::Type::vision;
        std::set<std::int64_t> seen;
        for (const auto& line : matched(from, *read_manuscript(text, "RUS"))) {
            if (!line.node.id) continue;
            REQUIRE(seen.insert(line.node.id.value).second);
            REQUIRE(line.node.code == from[static_cast<std::size_t>(line.node.id.value - 1)].node.code);
        }
    }
}
