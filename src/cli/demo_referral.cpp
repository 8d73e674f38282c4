#include "cli/demo_referral.hpp"

#include "app/referral.hpp"
#include "app/referral_answer.hpp"
#include "store/document_store.hpp"
#include "store/referral_store.hpp"
#include "store/site_store.hpp"

#include <algorithm>

namespace medskapa::cli {
namespace {

constexpr auto letter =
    "Här är utkastet till ny regional utvecklingsstrategi. Vi vill veta vad som ska stå kvar, vad som ska "
    "ändras "
    "och vad som saknas.\n\n"
    "**Så svarar ni.** Skriv direkt under de avsnitt som berör er, eller skicka ert svar som fil. Varje svar "
    "läses, "
    "delas i synpunkter och besvaras. Behöver ni mer tid, hör av er innan svarstiden är slut.\n\n"
    "Den som inte har fått det här utskicket får också svara.";

/// The content's words for kinds of parties, in ours.
std::string kind_of(const std::string& word) {
    if (word == "neighbour_region") return "neighbour";
    if (word == "sami_body") return "sami";
    if (word == "education") return "academia";
    if (word == "youth_council") return "civil_society";
    return word == "public" ? "other" : word;
}

/// One referral being filled from its table of parties and their answers.
class Round {
public:
    explicit Round(Stage& stage) : stage_{stage}, rows_{stage.content().rows("referral.csv")} {}

    void send() {
        Referral draft;
        draft.version = sent_version();
        draft.letter = letter;
        draft.deadline = day(rows_.front()["deadline"]);
        stage_.at(stage_.content().moment(rows_.front()["invited_at"]));
        referral_ = stage_.write("referral.csv", [&](auto& tx) {
            return app::send_referral(tx, may_run(), stage_.process, draft, stage_.today());
        });
    }

    void invite() {
        std::vector<app::Invitation> invitations;
        for (const auto& row : rows_)
            invitations.push_back({row["party"], kind_of(row["kind"]), "", day(row["deadline"])});
        const auto parties = stage_.write("referral.csv", [&](auto& tx) {
            return app::invite_parties(tx, may_run(), stage_.process, referral_, invitations);
        });
        for (std::size_t i = 0; i < rows_.size(); ++i) numbers_[rows_[i]["id"]] = parties[i].number;
    }

    void extend() {
        for (const auto& row : rows_) {
            if (row["extended_to"].empty()) continue;
            stage_.at(stage_.content().moment(row["deadline"]));
            stage_.write("referral.csv " + row["id"], [&](auto& tx) {
                return app::extend_party(
                    tx, may_run(), stage_.process, party(row["id"]), day(row["extended_to"]));
            });
        }
    }

    /// In the order of receipt, as they would have come.
    void take_answers() {
        std::map<std::string, csv::Row> texts;
        for (const auto& row : stage_.content().rows("referral-answers.csv"))
            texts.emplace(row["party"], row);
        std::stable_sort(rows_.begin(), rows_.end(),
            [](const csv::Row& a, const csv::Row& b) { return a["answered_at"] < b["answered_at"]; });
        for (const auto& row : rows_) {
            if (row["answered_at"].empty()) continue;
            stage_.at(stage_.content().moment(row["answered_at"]));
            if (row["answer_kind"] == "avstar")
                abstain(row);
            else
                answer(row, texts.at(row["id"]));
        }
    }

private:
    Permit may_run() const { return stage_.permit(Action::run_referral); }
    Day day(const std::string& cell) const { return stage_.content().day(cell).value(); }

    Id<Version> sent_version() const {
        const auto strategy = store::document_named(stage_.db(), stage_.process.id, "RUS").value();
        return store::newest_frozen(stage_.db(), strategy.id).value().id;
    }

    Party party(const std::string& id) const {
        return store::party_numbered(stage_.db(), referral_.id, numbers_.at(id)).value();
    }

    void abstain(const csv::Row& row) {
        stage_.write("referral.csv " + row["id"],
            [&](auto& tx) { return app::abstain(tx, may_run(), stage_.process, party(row["id"])); });
    }

    void answer(const csv::Row& row, const csv::Row& text) {
        const auto what = "referral-answers.csv " + text["id"];
        const app::Submission submission{
            referral_, party(row["id"]), draft_of(row, text), {}, stage_.today()};
        const auto number =
            stage_
                .write(what,
                    [&](auto& tx) {
                        return app::answer_referral(tx, stage_.permit(Action::answer_referral),
                            stage_.process, submission, {"demo-" + text["id"], stage_.secret()});
                    })
                .number;
        stage_.at(stage_.now() + std::chrono::hours{5});
        stage_.write(what, [&](auto& tx) {
            return app::publish_inspel(tx, stage_.permit(Action::moderate_inspel), stage_.process, number);
        });
        stage_.inspel_numbers[text["id"]] = number;
    }

    ReferralDraft draft_of(const csv::Row& row, const csv::Row& text) const {
        const auto from = party(row["id"]);
        const bool is_norwegian = from.name.ends_with("fylkeskommune");
        return {
            .position = row["answer_kind"],
            .parts = {{text["target"], text["text"]}},
            .title = "Remissvar från " + from.name,
            .organisation = from.name,
            .actor_kind = std::string{name_of(actor_kind_of(from.kind))},
            .municipality = municipality_of(from),
            .contact = {},
            .language = is_norwegian ? "no" : "sv",
            .author = {},
        };
    }

    std::string municipality_of(const Party& from) const {
        if (from.kind != Party::Kind::municipality) return {};
        for (const auto& place : store::municipalities_of(stage_.db(), stage_.process.id))
            if (from.name.starts_with(place.name)) return place.code;
        return {};
    }

    Stage& stage_;
    std::vector<csv::Row> rows_;
    Referral referral_;
    std::map<std::string, int> numbers_;
};

}  // namespace

void fill_referral(Stage& stage) {
    if (!stage.is_finished_process()) return;
    Round round{stage};
    round.send();
    round.invite();
    round.extend();
    round.take_answers();
}

}  // namespace medskapa::cli
