#include "demo/analysis/weighing.hpp"

#include "app/conversation/opinion.hpp"
#include "app/priority/weighing.hpp"
#include "base/digest.hpp"
#include "engine/opinion/random.hpp"
#include "store/priority/priority_store.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace medskapa::demo {
namespace {

constexpr std::uint64_t seed = 2050;
constexpr std::size_t length_of_key = 32;

/// How many of a kind of actors answer, invited and not, and what matters to them: a weight for each of what
/// is weighed.
struct Crowd {
    Sector sector;
    int invited;
    int open;
    std::array<double, 7> weights;
};
const std::array crowds{
    Crowd{Sector::business, 8, 16, {17, 17, 13, 24, 13, 9, 7}},
    Crowd{Sector::public_sector, 14, 8, {13, 18, 9, 21, 8, 18, 13}},
    Crowd{Sector::research, 9, 0, {16, 22, 12, 15, 10, 19, 6}},
    Crowd{Sector::civil_society, 7, 18, {13, 18, 14, 21, 6, 15, 13}},
};

/// A hundred points, in fives, about as the weights have it.
std::string points_by(const std::vector<double>& wanted) {
    constexpr int step = 5;
    std::vector<int> points(wanted.size());
    const double sum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    int left = whole_sum;
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        points[k] = static_cast<int>(std::floor(whole_sum * wanted[k] / sum / step)) * step;
        left -= points[k];
    }
    points[static_cast<std::size_t>(std::max_element(wanted.begin(), wanted.end()) - wanted.begin())] += left;
    std::string text;
    for (const auto one : points) text += (text.empty() ? "" : " ") + std::to_string(one);
    return text;
}

/// The best and the worst of each set, by the same weights.
std::string choices_by(
    const std::vector<double>& wanted, const std::vector<std::array<std::uint32_t, 4>>& deck) {
    std::vector<BestOfFour> choices;
    for (const auto& set : deck) {
        const auto [worst, best] = std::minmax_element(
            set.begin(), set.end(), [&](auto a, auto b) { return wanted[a] < wanted[b]; });
        choices.push_back({set, *best, *worst});
    }
    return text_of(choices);
}

class Weighers {
public:
    Weighers(Stage& stage, Weighing weighing)
        : stage_{stage}, weighing_{std::move(weighing)}, items_{numbers_in(weighing_.items).size()} {}

    void answer(const Crowd& crowd, WeigherKind kind) {
        app::Weighed sent{weighing_.number, {}, {}, {}};
        if (kind == WeigherKind::invited) sent.link = invite(crowd.sector);
        if (kind == WeigherKind::open)
            sent.key = hex(as_text(sha256("demo " + std::to_string(person_)))).substr(0, length_of_key);
        const auto wanted = wishes(crowd);
        sent.answer.sector = crowd.sector;
        sent.answer.points = points_by(wanted);
        // Every second person also chooses among four.
        if (person_ % 2 == 0)
            sent.answer.choices =
                choices_by(wanted, app::deck_of_weighing(weighing_, static_cast<std::uint64_t>(person_)));
        ++person_;
        stage_.write(
            "a weighing", [&](auto& act) { return app::weigh(act, sent, stage_.secret(), stage_.today()); });
    }

private:
    std::string invite(Sector sector) {
        WeighingInvitation invitation;
        invitation.organisation = "Påhittad organisation " + std::to_string(person_ + 1);
        invitation.sector = sector;
        const auto invited = stage_.write("an invitation", [&](auto& act) {
            return app::invite_to_weigh(act, weighing_.number, invitation, stage_.today());
        });
        return app::link_of(invited, stage_.secret());
    }
    std::vector<double> wishes(const Crowd& crowd) {
        std::vector<double> wanted;
        for (std::size_t k = 0; k < items_; ++k)
            wanted.push_back(crowd.weights[k] * (0.4 + 1.2 * random_.unit()));
        return wanted;
    }

    Stage& stage_;
    Weighing weighing_;
    std::size_t items_;
    int person_ = 0;
    opinion::Random random_{seed};
};

Weighing opened(Stage& stage, const Localized& title, Day closes) {
    Weighing weighing;
    weighing.title = title;
    for (const auto& one : store::priorities_of(stage.db(), stage.process.id))
        weighing.items += std::to_string(one.number) + " ";
    weighing.opens = stage.today();
    weighing.closes = closes;
    return stage.write(
        "a weighing", [&](auto& act) { return app::open_weighing(act, weighing, stage.today()); });
}

}  // namespace

void plan_past_weighing(Stage& stage) {
    stage.plan(time::read_local("2020-01-15T09:00").value(), [&stage] {
        const auto weighing = opened(stage,
            {"Vilka förslag ska länet satsa på?",
                "Which proposals should the "
                "county concentrate on?"},
            time::read_day("2020-01-31").value());
        Weighers weighers{stage, weighing};
        for (const auto& crowd : crowds) {
            for (int k = 0; k < crowd.invited; ++k) weighers.answer(crowd, WeigherKind::invited);
            for (int k = 0; k < crowd.open; ++k) weighers.answer(crowd, WeigherKind::open);
        }
    });
}

void plan_open_weighing(Stage& stage) {
    stage.plan(stage.content().moment("-5d"), [&stage] {
        const auto weighing = opened(stage,
            {"Vilket av de fyra styrkeområdena ska väga mest nu?",
                "Which of the four strength areas should "
                "weigh most now?"},
            stage.content().day("+25d").value());
        Weighers weighers{stage, weighing};
        constexpr int few = 7;
        for (int k = 0; k < few; ++k) weighers.answer(crowds.back(), WeigherKind::open);
    });
}

}  // namespace medskapa::demo
