#include "engine/regional/projection/forecast_errors.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::regional;

namespace {

void fill(std::span<double> ages, const std::vector<double>& people) {
    std::copy(people.begin(), people.end(), ages.begin());
}

}  // namespace

TEST_CASE("errors of a test are of those municipalities that have people, next to the guess of no change") {
    Population before({"a", "b", "empty"}, 2);
    Population projected = before;
    Population actual = before;
    fill(before.of(0, Sex::women), {100, 0});
    fill(before.of(1, Sex::women), {200, 0});
    fill(projected.of(0, Sex::women), {110, 0});
    fill(projected.of(1, Sex::women), {190, 0});
    fill(actual.of(0, Sex::women), {100, 20});
    fill(actual.of(1, Sex::women), {200, 0});
    fill(projected.of(2, Sex::women), {7, 0});

    const auto test = back_test(4, before, projected, actual);

    CHECK(*test.projection.relative[0] == doctest::Approx(-10.0 / 120));
    CHECK_FALSE(test.projection.relative[2]);
    CHECK(*test.projection.mape == doctest::Approx((10.0 / 120 + 0.05) / 2));
    CHECK(*test.projection.mpe == doctest::Approx((-10.0 / 120 - 0.05) / 2));
    CHECK(*test.projection.bias == doctest::Approx(307.0 / 320 - 1));
    CHECK(*test.skill == doctest::Approx(1 - *test.projection.mape / *test.unchanged.mape));
    CHECK(*test.band == doctest::Approx(0.05 + 0.8 * (10.0 / 120 - 0.05)));
    CHECK(*band_of_year(test, 16) == doctest::Approx(2 * *test.band));
    CHECK_FALSE(back_test(4, actual, projected, actual).skill);
}
