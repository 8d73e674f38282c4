#include "domain/statistics/hiding.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

using Shown = Dataset::Shown;

Dataset counted(std::vector<Dataset::Dimension> dimensions) {
    Dataset dataset;
    dataset.dimensions = std::move(dimensions);
    return dataset;
}

Dataset::Dimension named(const char* name, std::initializer_list<const char*> codes) {
    Dataset::Dimension dimension{name, {}};
    for (const auto* code : codes) dimension.members.push_back({code, code});
    return dimension;
}

std::vector<Dataset::Cell> numbers(std::initializer_list<double> values) {
    std::vector<Dataset::Cell> cells;
    for (const double value : values) cells.push_back({static_cast<std::int64_t>(cells.size()), value, ""});
    return cells;
}

/// One letter a cell: shown, few, withheld.
std::string marked(const Dataset& dataset, std::vector<Dataset::Cell> cells) {
    mark_hidden(dataset, cells);
    std::string all;
    for (const auto& cell : cells)
        all += cell.shown == Shown::shown ? '.' : cell.shown == Shown::few ? 'f' : 'w';
    return all;
}

}  // namespace

TEST_CASE("a number below five is hidden alone where no sum in the dataset gives it away") {
    const auto dataset = counted({named("kommun", {"2303", "2326", "2380"})});

    CHECK(marked(dataset, numbers({3, 10, 20})) == "f..");
    CHECK(marked(dataset, numbers({5, 10, 20})) == "...");
    CHECK(marked(dataset, numbers({0, 10, 20})) == "...");
}

TEST_CASE(
    "where a total gives a hidden number away the next smallest is hidden with it, and neither is named") {
    const auto dataset = counted({named("kön", {"T", "a", "b", "c"})});

    CHECK(marked(dataset, numbers({33, 3, 10, 20})) == ".ww.");
    CHECK(marked(dataset, numbers({33, 20, 10, 3})) == "..ww");
    CHECK(marked(dataset, numbers({34, 3, 10, 20})) == ".f..");  // it does not add up: it says nothing
}

TEST_CASE("two hidden numbers are given away together when their sum can be made in one way only") {
    const auto dataset = counted({named("kön", {"T", "a", "b", "c"})});

    CHECK(marked(dataset, numbers({12, 1, 1, 10})) == ".www");
    CHECK(marked(dataset, numbers({18, 4, 4, 10})) == ".www");
    CHECK(marked(dataset, numbers({15, 1, 4, 10})) == ".ff.");  // 2 and 3 as well
    CHECK(marked(dataset, numbers({5, 4, 0, 1})) == ".f.f");
}

TEST_CASE("a total of nobody else but the hidden is hidden itself, and zeros are the last to go") {
    const auto dataset = counted({named("kön", {"T", "a", "b"})});

    CHECK(marked(dataset, numbers({3, 3, 0})) == "ff.");
    CHECK(marked(counted({named("kön", {"T", "a", "b", "c"})}), numbers({8, 4, 4, 0})) == "www.");
}

TEST_CASE("a county is the sum of the municipalities whose codes begin with its own") {
    const auto dataset = counted({named("region", {"22", "23", "2303", "2326", "2380"})});

    CHECK(marked(dataset, numbers({70, 33, 3, 10, 20})) == "..ww.");
    const auto country = counted({named("region", {"00", "22", "23", "2303", "2326"})});
    CHECK(marked(country, numbers({83, 70, 13, 3, 10})) == "...ww");
}

TEST_CASE("what is hidden in a row is protected in its column too") {
    const auto dataset =
        counted({named("kommun", {"T", "2303", "2380"}), named("näring", {"T", "55", "03"})});

    // All, Ragunda and Östersund: all, hotels, fishing. A square of four must go.
    CHECK(marked(dataset, numbers({100, 60, 40, 33, 30, 3, 67, 30, 37})) == "....ww.ww");
}

TEST_CASE("a missing number leaves no sum, and protected numbers are all shown") {
    auto dataset = counted({named("kön", {"T", "a", "b", "c"})});
    auto cells = numbers({33, 3, 10, 20});
    cells[2].value = std::nullopt;
    CHECK(marked(dataset, cells) == ".f..");
    CHECK(marked(counted({}), {}).empty());
    dataset.small_numbers = Dataset::SmallNumbers::protected_by_source;
    CHECK(marked(dataset, numbers({33, 3, 10, 20})) == "....");
}

TEST_CASE("the published digest of a file cannot be tried out without its salt, and can be checked with it") {
    const std::string file(64, 'a');
    const std::string salt(64, 'b');

    CHECK(published_digest("", file) == file);
    CHECK(published_digest(salt, file) != file);
    CHECK(published_digest(salt, file) == published_digest(salt, file));
    CHECK(published_digest(std::string(64, 'c'), file) != published_digest(salt, file));
}
