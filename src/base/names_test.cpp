#include "base/names.hpp"

#include <doctest/doctest.h>

namespace medskapa {
namespace {

enum class Season { winter, spring, summer };

}  // namespace

template <>
inline constexpr auto names_of<Season> = names<Season>({
    {Season::summer, "sommar", N_("Summer")},
    {Season::winter, "vinter", NC_("season", "Winter")},
    {Season::spring, "var"},
});

static_assert(is_member<Season::summer>());
static_assert(!is_member<static_cast<Season>(3)>());
static_assert(!has_labels<Season>);  // spring has none

}  // namespace medskapa

using namespace medskapa;

TEST_CASE("a member and its word stand for each other in whatever order they are listed") {
    CHECK(name_of(Season::winter) == "vinter");
    CHECK(name_of(Season::summer) == "sommar");
    CHECK(named<Season>("var") == Season::spring);
}

TEST_CASE("an unknown word leaves the value, and is an error where we wrote it ourselves") {
    auto season = Season::spring;

    CHECK_FALSE(find_name<Season>("höst", season));
    CHECK_FALSE(find_name<Season>("", season));

    CHECK(season == Season::spring);
    CHECK_THROWS_AS(named<Season>("höst"), std::logic_error);
    CHECK_THROWS_AS(name_of(static_cast<Season>(3)), std::logic_error);
}
