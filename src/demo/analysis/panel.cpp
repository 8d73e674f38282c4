#include "demo/analysis/panel.hpp"

#include "app/panel/panel.hpp"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace medskapa::demo {
namespace {

/// What somebody who is asked says in each round, and why.
struct Says {
    const char* organisation;
    Sector sector;
    std::array<std::int64_t, 2> numbers;
    const char* reason = "";
};

/// All invented, as the organisations are.
const std::array jobs_in_energy{
    Says{"Påhittat elnätsbolag", Sector::business, {900, 1300}, "Elnätet räcker inte till 2030."},
    Says{"Påhittad batterifabrik", Sector::business, {2400, 1900}, "Fler vill etablera sig än vi klarar."},
    Says{"Påhittat skogsbolag", Sector::business, {1200, 1400}},
    Says{"Påhittad kommun i väster", Sector::public_sector, {1500, 1500},
        "Bostäder saknas för dem som flyttar hit."},
    Says{"Påhittad kommun i öster", Sector::public_sector, {800, 1200}},
    Says{"Påhittat lärosäte", Sector::research, {1800, 1600}, "Utbildningarna fylls långsamt."},
    Says{"Påhittat forskningsinstitut", Sector::research, {1600, 1600}},
    Says{"Påhittad bygdeförening", Sector::civil_society, {600, 1100},
        "Bygderna säger nej till fler vindkraftverk."},
    Says{"Påhittad sameby", Sector::civil_society, {700, 1200}, "Markerna räcker inte till allt."},
};
const std::array share_who_stay{
    Says{"Påhittat besöksföretag", Sector::business, {45, 0}, "Säsongsjobben håller ingen kvar."},
    Says{"Påhittad industri", Sector::business, {60, 0}},
    Says{"Påhittad region", Sector::public_sector, {55, 0}},
    Says{"Påhittad kommun", Sector::public_sector, {50, 0}, "De som hittar en bostad stannar."},
    Says{"Påhittat lärosäte", Sector::research, {35, 0}, "Många flyttar efter examen."},
    Says{"Påhittad idrottsförening", Sector::civil_society, {70, 0}},
};

struct Question {
    Localized title;
    Localized text;
    const char* unit;
    std::int64_t most;
};

/// Who were asked, by their links.
class Asked {
public:
    Asked(Stage& stage, const Question& question, Day closes) : stage_{stage} {
        Panel typed;
        typed.title = question.title;
        typed.text = question.text;
        typed.unit = question.unit;
        typed.most = question.most;
        PanelRound first;
        first.opens = stage_.today();
        first.closes = closes;
        number_ = stage_
                      .write("a panel",
                          [&](auto& act) { return app::begin_panel(act, typed, first, stage_.today()); })
                      .number;
    }

    template <class Members>
    void answer(const Members& members, std::size_t round) {
        for (std::size_t k = 0; k < members.size(); ++k) {
            if (links_.size() <= k) links_.push_back(invite(members[k]));
            app::SentEstimate sent{number_, links_[k], {}};
            sent.estimate.value = members[k].numbers[round];
            if (round == 0) sent.estimate.reason = members[k].reason;
            stage_.write("an estimate",
                [&](auto& act) { return app::give_estimate(act, sent, stage_.secret(), stage_.today()); });
        }
    }
    void open_next(Day closes, const std::string& feedback) {
        PanelRound next;
        next.opens = stage_.today();
        next.closes = closes;
        next.feedback = feedback;
        stage_.write(
            "a round", [&](auto& act) { return app::open_panel_round(act, number_, next, stage_.today()); });
    }

private:
    std::string invite(const Says& one) {
        const auto member = stage_.write("an invitation", [&](auto& act) {
            return app::invite_to_panel(act, number_, {{}, {}, {}, one.organisation, one.sector, {}});
        });
        return app::link_of(member, stage_.secret());
    }

    Stage& stage_;
    int number_ = 0;
    std::vector<std::string> links_;
};

}  // namespace

void plan_past_panel(Stage& stage) {
    const auto at = [](const char* iso) { return time::read_local(iso).value(); };
    const auto day = [](const char* iso) { return time::read_day(iso).value(); };
    auto asked = std::make_shared<std::optional<Asked>>();
    stage.plan(at("2019-10-14T09:00"), [&stage, asked, day] {
        asked->emplace(stage,
            Question{
                {"Hur många nya jobb kan elintensiv industri ge länet till 2035?",
                    "How many new jobs can industry that needs much electricity give the county by 2035?"},
                {"Jobb som inte finns i dag, på årsbasis och räknat i hela länet.",
                    "Jobs that do not exist today, counted by the year and in the whole county."},
                "jobb", 3000},
            day("2019-10-31"));
        (*asked)->answer(jobs_in_energy, 0);
    });
    stage.plan(at("2019-11-04T09:00"), [asked, day] {
        (*asked)->open_next(day("2019-11-24"),
            "Flera trodde att elnätet och bostäderna sätter gränsen. Andra pekade på hur många som vill "
            "etablera sig. Någon skrev att markerna inte räcker till allt.");
        (*asked)->answer(jobs_in_energy, 1);
    });
}

void plan_open_panel(Stage& stage) {
    auto asked = std::make_shared<std::optional<Asked>>();
    const auto& content = stage.content();
    const auto first_closes = content.day("-8d").value();
    const auto last_closes = content.day("+20d").value();
    stage.plan(content.moment("-25d"), [&stage, asked, first_closes] {
        asked->emplace(stage,
            Question{{"Hur stor del av dem som flyttar hit för jobb bor kvar efter fem år?",
                         "What share of those who move here for work still live here after five years?"},
                {"De som flyttar till länet 2027 för ett nytt jobb, och är över 20 år.",
                    "Those who move to the county in 2027 for a new job, and are over 20 years old."},
                "procent", 100},
            first_closes);
        (*asked)->answer(share_who_stay, 0);
    });
    stage.plan(content.moment("-5d"), [asked, last_closes] {
        (*asked)->open_next(last_closes,
            "Många menade att bostaden avgör. Säsongsjobb och examen nämndes som skäl att flytta igen.");
    });
}

}  // namespace medskapa::demo
