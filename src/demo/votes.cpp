#include "demo/votes.hpp"

#include "app/conversation/opinion_exchange.hpp"
#include "app/conversation/opinion_map_updater.hpp"
#include "engine/opinion/random.hpp"

#include <algorithm>
#include <memory>

namespace medskapa::demo {
namespace {

constexpr std::uint64_t seed = 2050;
constexpr int people = 2'000;
constexpr int days_of_voting = 8;

/// The chance that somebody of a group agrees, and that they disagree; else they pass.
struct Chances {
    double agree = 0;
    double disagree = 0;
};

/// Three groups of 45, 35 and 20 in a hundred, as data/demo/README.md says.
std::size_t group_of(double luck) {
    if (luck < 0.45) return 0;
    return luck < 0.80 ? 1 : 2;
}

/// How the made-up participants vote.
class Model {
public:
    explicit Model(const std::vector<csv::Row>& rows) {
        for (const auto& row : rows)
            for (std::size_t g = 0; g < 3; ++g) {
                const auto name = "g" + std::to_string(g + 1);
                chances_[row["statement"]][g] = {
                    std::stod(row[name + "_agree"]), std::stod(row[name + "_disagree"])};
            }
    }

    bool knows(const std::string& statement) const { return chances_.contains(statement); }
    opinion::Vote vote(const std::string& statement, std::size_t group, double luck) const {
        const auto& chance = chances_.at(statement)[group];
        if (luck < chance.agree) return opinion::Vote::agree;
        return luck < chance.agree + chance.disagree ? opinion::Vote::disagree : opinion::Vote::pass;
    }

private:
    std::map<std::string, std::array<Chances, 3>> chances_;
};

/// Between seven and thirty statements, four to twenty seconds for each, begun at some time of the day.
void add_person(std::vector<opinion::exchange::Event>& votes, int person, Instant morning,
    const std::vector<csv::Row>& statements, const Model& model, opinion::Random& random) {
    constexpr double hours_in_ms = 10 * 3'600'000.0;
    const auto group = group_of(random.unit());
    const auto wanted = 7 + 23 * random.unit();
    auto at = morning.time_since_epoch().count() + static_cast<std::int64_t>(hours_in_ms * random.unit());
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const auto& id = statements[i]["id"];
        const bool votes_on_it = random.unit() * static_cast<double>(statements.size()) < wanted;
        if (!model.knows(id) || !votes_on_it) continue;
        at += 4'000 + random.below(16'000);
        votes.push_back(
            {at, static_cast<opinion::StatementId>(i) + 1, person, model.vote(id, group, random.unit())});
    }
}

class Voting {
private:
    app::Occasion occasion() const { return {activity_, stage_.today()}; }

    template <class Verb>
    auto write(const std::string& what, Verb verb) {
        return stage_.write(what, [&](auto& act) { return verb(act, occasion()); });
    }

public:
    Voting(Stage& stage, const store::Installation& installation, Activity activity)
        : stage_{stage},
          activity_{std::move(activity)},
          statements_{stage.content().rows("statements.csv")},
          model_{stage.content().rows("opinion-model.csv")},
          updater_{sql::open(installation.database(), sql::Access::read_only), stage.writer(),
              stage.content().clock, [&stage] { return stage.now(); }} {}

    LocalTime morning_of_opening() const { return LocalTime{*activity_.opens} + std::chrono::hours{8}; }
    LocalTime morning_of_closing() const { return LocalTime{*activity_.closes} + std::chrono::hours{32}; }

    void add_statements() {
        for (const auto& row : statements_) add_statement(row);
    }

    /// Spread over the days until the activity closed, or until yesterday.
    Day day_of(int n) const {
        const auto yesterday = stage_.content().clock.day(stage_.content().day_zero) - std::chrono::days{1};
        const auto last = std::min(*activity_.closes, yesterday);
        return *activity_.opens + std::chrono::days{1} +
               (last - *activity_.opens - std::chrono::days{1}) * n / (days_of_voting - 1);
    }

    /// The day's voters, reported in the evening.
    void vote(int nth) {
        const auto morning = stage_.content().clock.instant(LocalTime{day_of(nth)} + std::chrono::hours{8});
        std::vector<opinion::exchange::Event> votes;
        for (int person = nth; person < people; person += days_of_voting)
            add_person(votes, person, morning, statements_, model_, random_);
        std::stable_sort(votes.begin(), votes.end(),
            [](const auto& a, const auto& b) { return a.timestamp < b.timestamp; });
        write("opinion-model.csv",
            [&](auto& act, const auto& at) { return app::import_votes(act, at, votes); });
        updater_.refresh();
        updater_.commit_votes();
    }

    void freeze() {
        write("statements.csv", app::close_conversation);
        updater_.refresh();
        write("statements.csv", app::freeze_conversation);
    }

private:
    void add_statement(const csv::Row& row) {
        const auto what = "statements.csv " + row["id"];
        if (row["seed"] == "yes") {
            write(what, [&](auto& act, const auto& at) { return app::seed_statement(act, at, row["text"]); });
            return;
        }
        const auto kept = write(what, [&](auto& act, const auto& at) {
            return app::propose_statement(act, at, row["text"], row["id"]);
        });
        if (row["moderation"] == "pending") return;
        write(what, [&](auto& act, const auto& at) {
            return app::moderate_statement(
                act, at, kept.number, {row["moderation"], row["reason_code"], row["reason"]});
        });
    }

    Stage& stage_;
    Activity activity_;
    std::vector<csv::Row> statements_;
    Model model_;
    app::OpinionMapUpdater updater_;
    opinion::Random random_{seed};
};

void plan(Stage& stage, const std::shared_ptr<Voting>& voting) {
    stage.plan(voting->morning_of_opening(), [voting] { voting->add_statements(); });
    for (int nth = 0; nth < days_of_voting; ++nth)
        stage.plan(
            LocalTime{voting->day_of(nth)} + std::chrono::hours{20}, [voting, nth] { voting->vote(nth); });
    if (stage.is_finished_process()) stage.plan(voting->morning_of_closing(), [voting] { voting->freeze(); });
}

}  // namespace

void plan_votes(Stage& stage, const store::Installation& installation) {
    for (const auto& [slug, activity] : stage.activities)
        if (activity.kind == Activity::Kind::opinion)
            plan(stage, std::make_shared<Voting>(stage, installation, activity));
}

}  // namespace medskapa::demo
