#include "demo/referral.hpp"

#include "app/referral/referral.hpp"
#include "app/referral/referral_answer.hpp"
#include "base/text.hpp"
#include "store/document/document_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"

#include <memory>

namespace medskapa::demo {
namespace {

constexpr auto letter =
    "Här är utkastet till ny regional utvecklingsstrategi. Vi vill veta vad som ska stå kvar, vad som ska "
    "ändras "
    "och vad som saknas.\n\n"
    "**Så svarar ni.** Skriv direkt under de avsnitt som berör er, eller skicka ert svar som fil. Varje svar "
    "läses, "
    "delas i synpunkter och besvaras. Behöver ni mer tid, hör av er innan svarstiden är slut.\n\n"
    "Den som inte har fått det här utskicket får också svara.";

constexpr auto questions =
    "Är målen rätt valda?\n"
    "Vilka insatser kan ni själva bidra till, och med vad?\n"
    "Vad saknas i utkastet?\n";

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

    LocalTime invited_at() const { return stage_.content().moment(rows_.front()["invited_at"]); }

    void send() {
        Referral draft;
        draft.version = sent_version();
        draft.letter = letter;
        draft.questions = read_questions(questions);
        draft.case_number = "RS 2020/214";
        draft.deadline = day(rows_.front()["deadline"]);
        referral_ = stage_.write(
            "referral.csv", [&](auto& act) { return app::send_referral(act, draft, stage_.today()); });
    }

    void invite() {
        std::vector<app::Invitation> invitations;
        for (const auto& row : rows_)
            invitations.push_back({row["party"], kind_of(row["kind"]),
                "registrator-" + text::lower(row["id"]) + "@example.org", day(row["deadline"])});
        const auto parties = stage_.write(
            "referral.csv", [&](auto& act) { return app::invite_parties(act, referral_, invitations); });
        for (std::size_t i = 0; i < rows_.size(); ++i) numbers_[rows_[i]["id"]] = parties[i].number;
    }

    void extend(const csv::Row& row) {
        stage_.write("referral.csv " + row["id"],
            [&](auto& act) { return app::extend_party(act, party(row["id"]), day(row["extended_to"])); });
    }

    void take_answer(const csv::Row& row) {
        if (row["answer_kind"] == "avstar") return abstain(row);
        for (const auto& text : stage_.content().rows("referral-answers.csv"))
            if (text["party"] == row["id"]) answer(row, text);
    }

private:
    Day day(const std::string& cell) const { return stage_.content().day(cell).value(); }

    Id<Version> sent_version() const {
        const auto strategy = store::document_named(stage_.db(), stage_.process.id, "RUS").value();
        return store::newest_frozen(stage_.db(), strategy.id).value().id;
    }

    Party party(const std::string& id) const {
        return store::party_numbered(stage_.db(), referral_.id, numbers_.at(id)).value();
    }

    void abstain(const csv::Row& row) {
        stage_.write(
            "referral.csv " + row["id"], [&](auto& act) { return app::abstain(act, party(row["id"])); });
    }

    void answer(const csv::Row& row, const csv::Row& text) {
        const auto what = "referral-answers.csv " + text["id"];
        const app::Submission submission{
            referral_, party(row["id"]), draft_of(row, text), {}, stage_.today()};
        const auto number =
            stage_
                .write(what,
                    [&](auto& act) {
                        return app::answer_referral(act, submission, {"demo-" + text["id"], stage_.secret()});
                    })
                .number;
        stage_.inspel_numbers[text["id"]] = number;
        stage_.plan(stage_.now() + std::chrono::hours{5}, [&stage = stage_, what, number] {
            stage.write(what, [&](auto& act) { return app::publish_inspel(act, number); });
        });
    }

    ReferralDraft draft_of(const csv::Row& row, const csv::Row& text) const {
        const auto from = party(row["id"]);
        const bool is_norwegian = from.name.ends_with("fylkeskommune");
        return {
            .position = row["answer_kind"],
            .parts = {{text["target"], text["text"], 0, row["answer_kind"]}},
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

void plan_referral(Stage& stage) {
    if (!stage.is_finished_process()) return;
    const auto round = std::make_shared<Round>(stage);
    stage.plan(round->invited_at(), [round] {
        round->send();
        round->invite();
    });
    const auto& content = stage.content();
    for (const auto& row : content.rows("referral.csv")) {
        if (!row["extended_to"].empty())
            stage.plan(content.moment(row["deadline"]), [round, row] { round->extend(row); });
        if (!row["answered_at"].empty())
            stage.plan(content.moment(row["answered_at"]), [round, row] { round->take_answer(row); });
    }
}

}  // namespace medskapa::demo
