#include "app/decision/decision.hpp"
#include "domain/field.hpp"
#include "domain/site/weekday.hpp"

#include "app/decision/completeness.hpp"
#include "store/decision/decision_store.hpp"
#include "store/log/log_store.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

Decision draft_of(const StrategyProcess& at, const Version& version) {
    Decision decision;
    decision.body = at.assembly.id;
    decision.version = version.id;
    decision.decided_on = today;
    decision.paragraph = "§ 12";
    decision.diary_number = "RS/1/2026";
    decision.text = "Strategin antas.";
    return decision;
}

Result<Decision> decided(const StrategyProcess& at, const Decision& draft) {
    return at.tries([&](auto& act) { return app::decide(act, draft, today); });
}

Result<Decision> noticed(const StrategyProcess& at, int number, Day day) {
    return at.tries(
        [&](auto& act) { return app::announce_decision(act, number, day, today + std::chrono::days{3}); });
}

SamiConsultation a_consultation(SamiConsultation::Outcome outcome, const std::string& motive = "") {
    SamiConsultation draft;
    draft.counterpart = "Sametinget";
    draft.outcome = outcome;
    draft.motive = motive;
    return draft;
}

Result<SamiConsultation> opened(const StrategyProcess& at, const SamiConsultation& draft) {
    return at.tries([&](auto& act) { return app::open_consultation(act, draft); });
}

std::string newest_entry(const StrategyProcess& at) {
    return store::log_entries(*at.database.db, store::log_size(*at.database.db) - 1, 1).at(0);
}

auto happened(
    const StrategyProcess& at, const SamiConsultation& consultation, const SamiConsultation::Event& event) {
    return at.tries(
        [&](auto& act) { return app::note_consultation(act, consultation.number, event, today); });
}

auto agreed(const StrategyProcess& at, SamiConsultation consultation) {
    consultation.outcome = SamiConsultation::Outcome::agreement;
    return at.tries([&](auto& act) { return app::change_consultation(act, consultation); });
}

}  // namespace

TEST_CASE("a decision adopts the frozen proposal, keeps its digest and stands in the log") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto proposal = at.freezes(Version::Kind::proposal).value();
        const auto decision = decided(at, draft_of(at, proposal));
        REQUIRE(decision);
        CHECK(decision->number == 1);
        CHECK(decision->digest == proposal.digest);
        CHECK(store::find_version(*database.db, proposal.id)->kind == Version::Kind::adopted);
        CHECK(store::decision_on(*database.db, proposal.id)->paragraph == "§ 12");
        const auto entry = newest_entry(at);
        const auto sha256 = "sha256 " + base64(from_hex(proposal.digest).value()) + '\n';
        for (const auto& line : {std::string{"type decision.taken\n"}, std::string{"body fullmaktige\n"},
                 std::string{"case_number RS/1/2026\n"}, sha256, std::string{"commit text "}})
            CHECK(entry.find(line) != std::string::npos);
    });
}

TEST_CASE("only a proposal of the process is decided on, by one of its bodies, and once") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto referral = at.freezes(Version::Kind::referral).value();
        const auto proposal = at.freezes(Version::Kind::proposal).value();
        CHECK_FALSE(decided(at, draft_of(at, referral)));
        CHECK_FALSE(decided(at, draft_of(at, store::draft_of(*database.db, at.document.id))));
        auto by_nobody = draft_of(at, proposal);
        by_nobody.body = {999};
        by_nobody.version = {999};
        CHECK(decided(at, by_nobody).error().complaints.size() == 2);
        REQUIRE(decided(at, draft_of(at, proposal)));
        CHECK_FALSE(decided(at, draft_of(at, proposal)));
        CHECK(store::decisions_of(*database.db, at.process().id).size() == 1);
    });
}

TEST_CASE(
    "no decision is taken while an issue lacks a public answer, unless it is waived and that is shown") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto proposal = at.freezes(Version::Kind::proposal).value();
        at.published("Fler bussar.");
        const auto refused = decided(at, draft_of(at, proposal));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.at(0).place == Field::missing_answers);
        CHECK(store::find_version(*database.db, proposal.id)->kind == Version::Kind::proposal);

        const auto waiver = at.does([&](auto& act) { return app::waive_missing(act, "Kom för sent."); });
        CHECK(decided(at, draft_of(at, proposal))->waiver == waiver.id);
    });
}

TEST_CASE("the notice may come later, and is never before the decision") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(decided(at, draft_of(at, at.freezes(Version::Kind::proposal).value())));
        CHECK_FALSE(noticed(at, 1, today - std::chrono::days{1}));
        CHECK_FALSE(noticed(at, 2, today));
        REQUIRE(noticed(at, 1, today + std::chrono::days{3}));
        const auto decision = store::decision_numbered(*database.db, at.process().id, 1);
        CHECK(decision->last_day_to_appeal() == next_weekday(today + std::chrono::days{24}));
        CHECK(newest_entry(at).find("type decision.announced\n") != std::string::npos);
    });
}

TEST_CASE("a decision remembers whether the Sámi were consulted when it was taken") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        CHECK_FALSE(decided(at, draft_of(at, at.freezes(Version::Kind::proposal).value()))->was_consulted);
        REQUIRE(
            opened(at, a_consultation(SamiConsultation::Outcome::not_applicable, "Rör ingen samisk fråga.")));
        CHECK(decided(at, draft_of(at, at.freezes(Version::Kind::proposal).value()))->was_consulted);
        CHECK_FALSE(store::decision_numbered(*database.db, at.process().id, 1)->was_consulted);
    });
}

TEST_CASE("a consultation is begun, gathers what happens, and ends after a meeting") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        using Event = SamiConsultation::Event;
        CHECK_FALSE(opened(at, a_consultation(SamiConsultation::Outcome::agreement)));
        const auto consultation = opened(at, a_consultation(SamiConsultation::Outcome::ongoing)).value();
        const auto note = [&](Event::Kind kind, Day day, const std::string& digest = "") {
            return happened(at, consultation, {{}, kind, day, "Det som hände.", digest});
        };
        CHECK_FALSE(agreed(at, consultation));
        CHECK(note(Event::Kind::meeting, today));
        CHECK(note(Event::Kind::invitation, today - std::chrono::days{9}));
        CHECK_FALSE(note(Event::Kind::minutes, today));
        CHECK(note(Event::Kind::minutes, today, std::string(64, 'a')));
        CHECK(newest_entry(at).find("type consultation.minutes_registered\n") != std::string::npos);
        CHECK(newest_entry(at).find("sha256 " + base64(std::string(32, '\xAA'))) != std::string::npos);
        REQUIRE(agreed(at, consultation));
    });
}

TEST_CASE("a consultation that has ended is settled, and shows what happened in the order of its days") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        using Event = SamiConsultation::Event;
        const auto consultation = opened(at, a_consultation(SamiConsultation::Outcome::ongoing)).value();
        for (const auto& [kind, day] : {std::pair{Event::Kind::meeting, today},
                 std::pair{Event::Kind::invitation, today - std::chrono::days{9}},
                 std::pair{Event::Kind::minutes, today}})
            REQUIRE(happened(at, consultation,
                {{}, kind, day, "Det som hände.",
                    kind == Event::Kind::minutes ? std::string(64, 'a') : std::string{}}));
        REQUIRE(agreed(at, consultation));

        const auto known = store::sami_consultations_of(*database.db, at.process().id).at(0);
        CHECK(known.is_settled());
        REQUIRE(known.events.size() == 3);
        CHECK(known.events[0].kind == Event::Kind::invitation);
        CHECK(known.events[2].digest == std::string(64, 'a'));
    });
}

TEST_CASE("nobody decides or consults without being allowed to in that process") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto other = settle(database, "annan");
        const auto proposal = at.freezes(Version::Kind::proposal).value();
        for (const auto& actor :
            {with_role(Role::handler, at.process()), with_role(Role::process_leader, other.revision)}) {
            const auto refused = [&](auto verb) {
                return !database.act_as(actor, at.process(), verb).has_value();
            };
            CHECK(refused([&](auto& act) { return app::decide(act, draft_of(at, proposal), today); }));
            CHECK(refused([&](auto& act) { return app::announce_decision(act, 1, today, today); }));
            CHECK(refused([&](auto& act) {
                return app::open_consultation(act, a_consultation(SamiConsultation::Outcome::ongoing));
            }));
            CHECK(refused([&](auto& act) { return app::change_consultation(act, SamiConsultation{}); }));
            CHECK(refused(
                [&](auto& act) { return app::note_consultation(act, 1, SamiConsultation::Event{}, today); }));
        }
    });
}
