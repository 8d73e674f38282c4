#include "store/open_data/public_tables.hpp"

#include "app/decision/decision.hpp"
#include "app/inspel/redaction.hpp"
#include "app/statistics/dataset.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

/// Every row of every table, a line each.
std::string everything(sql::Connection& db) {
    std::string all;
    for (const auto& table : store::public_tables()) {
        store::each_public_row(db, table, [&](const store::PublicRow& row) {
            all += table.name;
            for (const auto& value : row) all += "|" + value.value_or("none");
            all += '\n';
        });
    }
    return all;
}

bool has(const std::string& text, const std::string& part) {
    CAPTURE(part);
    return text.find(part) != std::string::npos;
}

InspelDraft with_secrets(const std::string& text) {
    auto typed = draft(text);
    typed.contact = "SECRET@example.org";
    return typed;
}

}  // namespace

// Whoever adds a field here says that everybody may have it.
TEST_CASE("these fields are public, and no others") {
    std::string fields;
    for (const auto& table : store::public_tables()) {
        fields += table.name + ':';
        for (const auto& field : table.fields) fields += ' ' + field.name;
        fields += '\n';
    }

    CHECK(fields ==
          "processes: process name_sv name_en name_sma question summary decided decided_by is_example\n"
          "steps: process number title_sv title_en title_sma description first_day last_day precision "
          "withdrawn\n"
          "activities: process activity kind title_sv title_en title_sma description opens closes withdrawn\n"
          "events: process event starts ends title_sv title_en title_sma place description programme notes "
          "withdrawn\n"
          "news: process day title_sv title_en title_sma words\n"
          "bodies: process body kind title_sv title_en title_sma\n"
          "seats: process body role organisation first_day last_day\n"
          "inspel: process inspel received channel activity actor_kind organisation municipality topic "
          "concerns title words language\n"
          "additions: process inspel added words\n"
          "issues: process inspel issue title quote topic outcome answer answered\n"
          "statements: process activity statement words origin proposed\n"
          "opinion_maps: process activity day drawn is_final result\n"
          "organisations: process organisation name number kind sector line_of_work\n"
          "documents: process document title language\n"
          "versions: process document version kind title frozen sha256\n"
          "lines: process document version line code kind type depth words\n"
          "changes: process change document version kind paragraph reason made\n"
          "links: process inspel issue change document version decision standing\n"
          "decisions: process decision body document version sha256 decided paragraph case_number words "
          "dissent noticed\n"
          "priorities: process priority kind title_sv title_en title_sma words vision needs jobs mass "
          "relatedness objections proposed outcome became motive decided\n"
          "discoveries: process priority event people sectors learned noted\n"
          "weighings: process weighing title_sv title_en title_sma priorities opens closes\n"
          "panels: process panel title_sv title_en title_sma words unit least most round opens closes "
          "feedback\n"
          "judgements: process list version requirement status grade comment evidence role judged\n"
          "datasets: dataset title source licence sha256 cells missing imported about small_numbers "
          "measure below_five withheld replaces\n"
          "runs: process run kind dataset parameters engine sha256 made\n"
          "swot: process point field words_sv words_en words_sma published\n"
          "swot_evidence: process point evidence added\n"
          "citations: process citation paragraph run figure cited looked priority swot holds_over "
          "held held_why held_role\n"
          "maps: map level source licence sha256 areas imported\n"
          "assessments: process assessment template version subject role due begun\n"
          "assessed_paragraphs: process assessment paragraph linked\n"
          "assessment_answers: process assessment step outcome answer evidence day looked_at role "
          "answered\n"
          "goal_conflicts: process assessment conflict name goal against weighing role written\n"
          "plans: process edition purpose_sv purpose_en purpose_sma open_to_sv open_to_en open_to_sma "
          "fixed_sv fixed_en fixed_sma changed published\n"
          "plan_lines: process edition line kind name_sv name_en name_sma words_sv words_en words_sma "
          "way_sv way_en way_sma day template promised\n"
          "promise_outcomes: process line status done evidence role written edition\n"
          "corrections: process correction kind object place aspect was corrected withheld reason role "
          "made\n");
}

TEST_CASE("what is not published, held back, being written or private never gets out") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        at.received(with_secrets("SECRET unread"));
        const auto published = at.published(with_secrets("Fler bussar SECRETNAME nu"));
        at.does([&](auto& act) { return app::edit_copy(act, published, "Bussar", "Fler bussar nu"); });
        const auto issue = at.split(published, "Fler bussar");
        at.answer(issue, "tillgodosett", "SECRET held answer");
        at.does([&](auto& act) {
            return app::assign_issue(act, issue.id, "SECRET handler", today, "Ett underlag väntas.");
        });
        at.edit("RUS-1-p1", "SECRET draft", {{{Cause::Kind::issue, issue.id.value}}, "SECRET reason"});

        const auto all = everything(*database.db);
        CHECK_FALSE(has(all, "SECRET"));
        CHECK(has(all, "inspel|rus-2050|1") == false);
        CHECK(has(all, "|Bussar|Fler bussar nu|sv\n"));
        CHECK(has(all, "|Fler bussar|resor|vantar|none|none\n"));
        CHECK_FALSE(has(all, "links|"));
        CHECK_FALSE(has(all, "lines|"));
    });
}

TEST_CASE("whom the sender speaks for gets out as it is shown, not as it was sent") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        auto typed = draft("Fler bussar.");
        typed.organisation = "SECRET enskilda firma";
        const auto number = at.published(typed);
        at.does([&](auto& act) { return app::redact(act, number, {"SECRET", "namn"}); });

        const auto all = everything(*database.db);
        CHECK_FALSE(has(all, "SECRET"));
        CHECK(has(all, "|[maskat: namn] enskilda firma|"));
    });
}

TEST_CASE("what was decided can be followed from the inspel to the decision") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto inspel = at.published("Fler bussar nu");
        const auto issue = at.split(inspel, "Fler bussar");
        at.answer(issue, "tillgodosett", "Ja.");
        at.publish_answers();
        REQUIRE(at.freezes(Version::Kind::referral));
        at.edit("RUS-1-p1", "Länet har bussar.", {{{Cause::Kind::issue, issue.id.value}}, ""});
        const auto version = at.freezes(Version::Kind::proposal).value();
        at.does([&](auto& act) {
            Decision decision;
            decision.body = at.assembly.id;
            decision.version = version.id;
            decision.decided_on = today;
            decision.paragraph = "§ 12";
            decision.diary_number = "RS/1/2026";
            decision.text = "Strategin antas.";
            return app::decide(act, decision, today);
        });

        const auto all = everything(*database.db);
        CHECK(has(all, "|tillgodosett|Ja.|2026-05-14T"));
        CHECK(has(all, "links|rus-2050|1|1|1|RUS|2|1|whole\n"));
        CHECK(has(all, "decisions|rus-2050|1|fullmaktige|RUS|2|" + version.digest + "|2026-05-14|§ 12|"));
        CHECK(has(all, "|RUS-1-p1|paragraph|text|"));
        CHECK(has(all, "Länet har bussar."));
    });
}
