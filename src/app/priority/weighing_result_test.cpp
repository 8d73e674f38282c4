#include "app/priority/weighing_result.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;

namespace {

constexpr std::size_t items = 4;

WeighingAnswer gave(Sector sector, WeigherKind kind, const std::string& points) {
    WeighingAnswer answer;
    answer.sector = sector;
    answer.assurance = kind;
    answer.points = points;
    return answer;
}

void add(std::vector<WeighingAnswer>& answers, int times, const WeighingAnswer& answer) {
    for (int k = 0; k < times; ++k) {
        answers.push_back(answer);
        answers.back().person = std::to_string(answers.size());
    }
}

/// Eight who find the fourth the worst, and all but two the first the best.
std::vector<WeighingAnswer> eight_choices() {
    std::vector<WeighingAnswer> answers;
    for (int k = 0; k < 8; ++k) {
        WeighingAnswer answer;
        answer.person = std::to_string(k);
        answer.choices = text_of({{{0, 1, 2, 3}, k % 4 == 0 ? 1U : 0U, 3U}});
        answers.push_back(answer);
    }
    return answers;
}

}  // namespace

TEST_CASE("of four people nothing is shown, of five their mean") {
    std::vector<WeighingAnswer> answers;
    add(answers, 4, gave(Sector::business, WeigherKind::open, "100 0 0 0"));
    const auto four = app::result_of_weighing(answers, items);
    CHECK(four.by_sector.empty());
    CHECK_FALSE(four.total);
    CHECK(four.people == 0);
    CHECK(four.left_out == 4);
    add(answers, 1, gave(Sector::business, WeigherKind::open, "50 50 0 0"));
    const auto five = app::result_of_weighing(answers, items);
    CHECK(five.by_sector.at("business").people == 5);
    CHECK(five.by_sector.at("business").points[0].mean == doctest::Approx(90));
}

TEST_CASE("small sectors are counted together when they are five, else nowhere, also not in the whole") {
    std::vector<WeighingAnswer> answers;
    add(answers, 6, gave(Sector::business, WeigherKind::open, "100 0 0 0"));
    add(answers, 3, gave(Sector::research, WeigherKind::open, "0 100 0 0"));
    const auto left_out = app::result_of_weighing(answers, items);
    CHECK(left_out.by_sector.size() == 1);
    CHECK(left_out.left_out == 3);
    CHECK(left_out.total->items[0].mean == doctest::Approx(100));
    add(answers, 2, gave(Sector::civil_society, WeigherKind::open, "0 0 100 0"));
    const auto pooled = app::result_of_weighing(answers, items);
    CHECK(pooled.by_sector.at("(other)").people == 5);
    CHECK(pooled.left_out == 0);
    // Each kind of actors counts the same, however many they are.
    CHECK(pooled.total->items[0].mean == doctest::Approx(50));
}

TEST_CASE("invited and open answers stand side by side only where no difference is about fewer than five") {
    std::vector<WeighingAnswer> answers;
    add(answers, 5, gave(Sector::business, WeigherKind::invited, "100 0 0 0"));
    add(answers, 1, gave(Sector::business, WeigherKind::open, "0 100 0 0"));
    add(answers, 5, gave(Sector::research, WeigherKind::open, "0 0 100 0"));
    // Five invited and six open: the one open answer of a company would be business less invited.
    CHECK(app::result_of_weighing(answers, items).by_assurance.empty());
    add(answers, 4, gave(Sector::business, WeigherKind::open, "0 100 0 0"));
    const auto split = app::result_of_weighing(answers, items);
    CHECK(split.by_assurance.at(WeigherKind::invited).people == 5);
    CHECK(split.by_assurance.at(WeigherKind::open).people == 10);
}

TEST_CASE("the best and the worst of four give the same shares in whatever order the answers come") {
    auto answers = eight_choices();
    const auto result = app::result_of_weighing(answers, items);
    std::reverse(answers.begin(), answers.end());
    const auto turned = app::result_of_weighing(answers, items);
    REQUIRE(result.shares.size() == items);
    CHECK(result.chose_of_four == 8);
    CHECK(result.shares[0].share > result.shares[1].share);
    CHECK(result.shares[1].share > result.shares[3].share);
    double sum = 0;
    for (std::size_t item = 0; item < items; ++item) {
        CHECK(result.shares[item].share == turned.shares[item].share);
        CHECK(result.shares[item].low < result.shares[item].share);
        CHECK(result.shares[item].high > result.shares[item].share);
        sum += result.shares[item].share;
    }
    CHECK(sum == doctest::Approx(100));
    answers.resize(4);
    CHECK(app::result_of_weighing(answers, items).shares.empty());
}
