#include "app/correction/correction.hpp"

#include "app/decision/decision.hpp"
#include "app/inspel/inspel.hpp"
#include "app/organisation/organisation.hpp"
#include "app/referral/referral.hpp"
#include "app/site/site.hpp"
#include "base/text.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/log/log_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "store/privacy/sweep.hpp"
#include "support/referral.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

using Aspect = Correction::Aspect;

Decision decided(const StrategyProcess& at) {
    Decision draft;
    draft.body = at.assembly.id;
    draft.version = at.freezes(Version::Kind::proposal).value().id;
    draft.decided_on = today;
    draft.paragraph = "§ 12";
    draft.diary_number = "RS/1/2026";
    draft.text = "Strategin antas.";
    return at.does([&](auto& act) { return app::decide(act, draft, today); });
}

Result<app::Corrections> corrects(
    const StrategyProcess& at, const Readings& right, const std::string& why = "Fel") {
    return at.tries([&](auto& act) { return app::correct_decision(act, 1, {right, why}, today); });
}

std::string newest_entry(TestDatabase& database) {
    return store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
}

/// A version with a printing error, and the draft of the next.
struct Printed : StrategyProcess {
    Version version;

    explicit Printed(TestDatabase& where)
        : StrategyProcess{where}, version{freezes(Version::Kind::referral).value()} {}

    Result<app::CorrectedPrint> corrects(
        const std::string& words, const std::string& code = "RUS-1-p2") const {
        return tries([&](auto& act) {
            return app::correct_print(
                act, version.id, code, {{{Aspect::words, words, code}}, "Ett ord föll bort"});
        });
    }
    std::string words_in(Id<Version> where, const std::string& code = "RUS-1-p2") const {
        const auto node = store::node_named(*database.db, process().id, code)->node.id;
        return store::line_of(*database.db, where, node)->text;
    }
    std::string in_draft() const { return words_in(store::draft_of(*database.db, document.id).id); }
};

}  // namespace

TEST_CASE("a decision says what is right, and its correction what it said") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto wrong = decided(at);
        const auto made = corrects(at, {{Aspect::decided_on, time::iso(today - std::chrono::days{1})},
                                           {Aspect::case_number, " RS/2/2026 "}});

        REQUIRE(made);
        REQUIRE(made->size() == 2);
        CHECK(made->front().was == time::iso(today));
        CHECK(made->back().right == "RS/2/2026");
        CHECK(made->back().number == 2);
        CHECK(made->back().role == "operator");
        const auto now = store::decision_numbered(*database.db, at.process().id, 1).value();
        CHECK(now.decided_on == today - std::chrono::days{1});
        CHECK(now.diary_number == "RS/2/2026");
        CHECK(now.digest == wrong.digest);
        CHECK(store::corrections_of(*database.db, Correction::Kind::decision, now.id.value).size() == 2);
        CHECK(newest_entry(database).find("type correction.made\n") != std::string::npos);
        CHECK(newest_entry(database).find("object decision/") != std::string::npos);
        CHECK(newest_entry(database).find("RS/2/2026") == std::string::npos);
    });
}

TEST_CASE("a decision is not corrected to what no decision can be, nor to what it says already") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        decided(at);
        const auto tomorrow = time::iso(today + std::chrono::days{1});
        CHECK(corrects(at, {{Aspect::decided_on, tomorrow}}).error().complaints.front().place ==
              Field::decided);
        CHECK(corrects(at, {{Aspect::decided_on, "i våras"}}).error().complaints.size() == 1);
        CHECK(corrects(at, {{Aspect::body, "ingen"}}, "").error().complaints.size() == 2);
        CHECK_FALSE(corrects(at, {{Aspect::case_number, "RS/1/2026 "}}));
        CHECK_FALSE(corrects(at, {{Aspect::case_number, ""}}));
        CHECK(store::corrections_in(*database.db, at.process().id, 0, 9).empty());
        CHECK(at.tries([&](auto& act) { return app::correct_decision(act, 7, {}, today); }).error().kind ==
              Failure::Kind::not_found);
    });
}

TEST_CASE("who decided is corrected to another body of the process") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        decided(at);
        Body board;
        board.slug = "styrelsen";
        board.title = Localized{"Regionstyrelsen"};
        board = at.does([&](auto& act) { return app::add_body(act, board); });
        REQUIRE(corrects(at, {{Aspect::body, "styrelsen"}}));
        CHECK(store::decision_numbered(*database.db, at.process().id, 1)->body == board.id);
    });
}

TEST_CASE("what held something of a person is kept nowhere when it is corrected") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto seat = at.does([&](auto& act) {
            return app::add_seat(act, at.assembly, {{}, "Ordförande Eva SECRETNAME", "Regionen", today, {}});
        });
        const auto correct = [&](const Readings& right, bool withholds) {
            return at.tries([&](auto& act) {
                return app::correct_seat(act, at.assembly, seat.id, {right, "Ett namn stod där", withholds});
            });
        };
        CHECK_FALSE(correct({{Aspect::role, " "}}, true));
        CHECK_FALSE(correct({{Aspect::ends, time::iso(today - std::chrono::days{1})}}, true));
        REQUIRE(correct({{Aspect::role, "Ordförande"}}, true));
        for (const auto& row : database.db->run("SELECT was, corrected, reason FROM correction"))
            CHECK(row.text("was").empty());
        CHECK(store::seat_of(*database.db, at.assembly.id, seat.id)->role == "Ordförande");
        Body other;
        other.id = at.assembly.id;
        CHECK_FALSE(at.tries([&](auto& act) { return app::correct_seat(act, other, seat.id, {}); }));
    });
}

TEST_CASE("what is withheld was in the correction before it, and is taken out of that one too") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto seat_of = [&](const std::string& role) {
            return at.does([&](auto& act) {
                return app::add_seat(act, at.assembly, {{}, role, "Regionen", today, {}});
            });
        };
        const auto seat = seat_of("Ordförnade");
        const auto other = seat_of("Ledamöter");
        const auto correct = [&](const Seat& which, const std::string& role, bool withholds) {
            return at.does([&](auto& act) {
                return app::correct_seat(
                    act, at.assembly, which.id, {{{Aspect::role, role}}, "Fel", withholds});
            });
        };
        const auto salts_of_entry = [&](std::int64_t place) {
            return store::salts_of(*database.db, place).size();
        };
        correct(seat, "Ordförande Eva SECRETNAME", false);
        const auto first = store::log_size(*database.db) - 1;
        correct(other, "Ledamot", false);
        const auto of_another = store::log_size(*database.db) - 1;
        REQUIRE(salts_of_entry(first) == 3);

        correct(seat, "Ordförande", true);
        for (const auto& row : database.db->run("SELECT was, corrected FROM correction")) {
            CHECK(row.text("was").find("SECRETNAME") == std::string::npos);
            CHECK(row.text("corrected").find("SECRETNAME") == std::string::npos);
        }
        const auto all = store::corrections_of(*database.db, Correction::Kind::seat, seat.id.value);
        REQUIRE(all.size() == 2);
        CHECK(all.front().is_withheld);
        CHECK(all.back().right == "Ordförande");
        CHECK(salts_of_entry(first) == 0);
        CHECK(salts_of_entry(of_another) == 3);
        CHECK(store::corrections_of(*database.db, Correction::Kind::seat, other.id.value).front().was ==
              "Ledamöter");
        CHECK(store::newest_to_sweep(*database.db) == store::log_size(*database.db) - 1);
    });
}

TEST_CASE("who forgot that it held something of a person withholds it by the next correction") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto draft = decided(at);
        const auto correct = [&](const Readings& right, bool withholds) {
            return at.does([&](auto& act) {
                return app::correct_decision(act, 1, {right, "Fel", withholds}, today);
            });
        };
        correct({{Aspect::dissent, "Eva SECRETNAME (A) reserverar sig."}, {Aspect::text, "Planen antas."}},
            false);
        correct({{Aspect::dissent, "En ledamot reserverar sig."}}, false);
        correct({{Aspect::dissent, "En ledamot (A) reserverar sig."}}, true);

        for (const auto& one :
            store::corrections_of(*database.db, Correction::Kind::decision, draft.id.value)) {
            CAPTURE(one.number);
            CHECK((one.was + one.right).find("SECRETNAME") == std::string::npos);
            CHECK(one.is_withheld == (one.aspect == Aspect::dissent));
        }
        const auto now = store::decision_numbered(*database.db, at.process().id, 1).value();
        CHECK(now.dissent == "En ledamot (A) reserverar sig.");
        CHECK(now.text == "Planen antas.");
        correct({{Aspect::dissent, ""}}, false);
        CHECK(store::decision_numbered(*database.db, at.process().id, 1)->dissent.empty());
    });
}

TEST_CASE(
    "what stood is withheld afterwards though all is right, and only where something had been corrected") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto seat = at.does([&](auto& act) {
            return app::add_seat(act, at.assembly, {{}, "Ordförande Eva SECRETNAME", "Regionen", today, {}});
        });
        const auto correct = [&](const Readings& right, bool withholds) {
            return at.tries([&](auto& act) {
                return app::correct_seat(act, at.assembly, seat.id, {right, "Fel", withholds});
            });
        };
        const Readings right{{Aspect::role, "Ordförande"}, {Aspect::organisation, "Regionen"}};
        CHECK_FALSE(correct({}, true));
        REQUIRE(correct(right, false));
        CHECK_FALSE(correct(right, false));

        const auto withheld = correct(right, true);
        REQUIRE(withheld);
        REQUIRE(withheld->size() == 1);
        CHECK(withheld->front().was.empty());
        CHECK(withheld->front().right == "Ordförande");
        const auto first = store::correction_numbered(*database.db, at.process().id, 1).value();
        CHECK(first.was.empty());
        CHECK(first.is_withheld);
        CHECK(store::seat_of(*database.db, at.assembly.id, seat.id)->role == "Ordförande");
    });
}

TEST_CASE("a step that had a wrong day is corrected, and not said to have been moved") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        Step draft;
        draft.title = {"Remiss", "Consultation"};
        draft.period = {today, today + std::chrono::days{9}, DatePrecision::day};
        const auto step = at.does([&](auto& act) { return app::add_step(act, draft); });
        const auto made = at.tries([&](auto& act) {
            return app::correct_step(act, step.id,
                {{{Aspect::name, "Referral", "en"},
                     {Aspect::starts, time::iso(today + std::chrono::days{1})}},
                    "Fel"});
        });
        REQUIRE(made);
        CHECK(made->size() == 2);
        CHECK(made->front().place == "en");
        for (const auto& one : store::steps_of(*database.db, at.process().id))
            if (one.id == step.id) {
                CHECK(one.title.only_in(Language::en) == "Referral");
                CHECK(one.title.original() == "Remiss");
                CHECK_FALSE(one.changed);
            }
        CHECK_FALSE(at.tries([&](auto& act) {
            return app::correct_step(
                act, step.id, {{{Aspect::ends, time::iso(today - std::chrono::days{9})}}, "Fel"});
        }));
    });
}

TEST_CASE("a party is corrected, but not to the name of another") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto correct = [&](const Readings& right) {
            return asked.act([&](auto& act) {
                return app::correct_party(act, asked.party().id, {right, "Fel"});
            });
        };
        CHECK(correct({{Aspect::name, "BYALAGET"}}).error().complaints.front().place == Field::name);
        CHECK_FALSE(correct({{Aspect::kind, "kungahus"}}));
        REQUIRE(correct({{Aspect::name, "Bergs byar"}, {Aspect::kind, "civil_society"}}));
        CHECK(asked.party().name == "Bergs byar");
        CHECK(asked.party().contact == "berg@example.org");
        const auto below = store::corrections_below(*database.db, asked.process().id, "referral/1");
        REQUIRE(below.size() == 2);
        CHECK(below.front().object == "referral/1/party/" + asked.party().public_id);
        CHECK(store::corrections_below(*database.db, asked.process().id, "referral/11").empty());
    });
}

TEST_CASE("a party's wrong name is left nowhere in the register of organisations") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto correct = [&](const Party& party, const Readings& right) {
            return asked.act([&](auto& act) {
                return app::correct_party(act, party.id, {right, "Ett namn stod där", true});
            });
        };
        const auto asks = [&](const std::string& name) {
            return asked
                .act([&](auto& act) {
                    return app::invite_parties(act, asked.referral, {{name, "civil_society", "", {}}});
                })
                .value()
                .front();
        };
        const auto organisation_of = [&](const Party& party) {
            const auto now = store::find_party(*database.db, party.id).value();
            return store::find_organisation(*database.db, now.organisation).value();
        };
        const auto wrong = asks("Eva SECRETNAME");
        const auto organisations = store::count_organisations(*database.db, {});

        REQUIRE(correct(wrong, {{Aspect::name, "Bergs byar"}, {Aspect::kind, "business"}}));
        CHECK(organisation_of(wrong).id == wrong.organisation);
        CHECK(organisation_of(wrong).name == "Bergs byar");
        CHECK(organisation_of(wrong).kind == OrganisationKind::business);
        CHECK(store::count_organisations(*database.db, {}) == organisations);

        // One that is in the register already is the one.
        const auto another = asks("Bo SECRETNAME");
        database
            .act(asked.process(),
                [&](auto& act) {
                    Organisation known;
                    known.name = "Dalens byar";
                    known.kind = OrganisationKind::civil_society;
                    return app::add_organisation(act, known);
                })
            .value();
        REQUIRE(correct(another, {{Aspect::name, "Dalens byar"}}));
        CHECK(organisation_of(another).id != another.organisation);
        CHECK(organisation_of(another).name == "Dalens byar");
        for (const auto& row : database.db->run("SELECT name, folded_name FROM organisation"))
            CHECK(
                text::lower(row.text("name") + row.text("folded_name")).find("secret") == std::string::npos);
    });
}

TEST_CASE("nobody gives an organisation of another process an address by calling a party what it is called") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto other = settle(database, "annan");
        const auto called = [](const std::string& name, const std::string& registrar) {
            Organisation organisation;
            organisation.name = name;
            organisation.kind = OrganisationKind::civil_society;
            organisation.registrar = registrar;
            return organisation;
        };
        const auto keeps = [&](const Process& process, const Organisation& one) {
            return database.act(process, [&](auto& act) { return app::add_organisation(act, one); }).value();
        };
        const auto theirs = keeps(other.revision, called("Dalens byar", ""));
        auto sent = draft("Fler bussar");
        sent.organisation = theirs.name;
        sent.actor_kind = "civil_society";
        const auto receipt = database
                                 .act(other.revision,
                                     [&](auto& act) {
                                         return app::receive_inspel(act, other.activity, sent, {"a", secret});
                                     })
                                 .value();
        REQUIRE(database.write([&](sql::Transaction& tx) -> Result<bool> {
            Mandate mandate;
            mandate.process = other.revision.id;
            mandate.organisation = theirs.id;
            mandate.inspel = receipt.inspel;
            mandate.public_id = "m";
            mandate.asked_at = noon;
            return bool{store::add(tx, mandate)};
        }));
        const auto own = keeps(asked.process(), called("Egna byar", "tjuv@example.org"));
        const auto party =
            asked
                .act([&](auto& act) {
                    return app::invite_parties(act, asked.referral, {{own.name, "civil_society", "", {}}});
                })
                .value()
                .front();
        REQUIRE(store::find_party(*database.db, party.id)->organisation == own.id);

        const auto corrected =
            database.act_as(with_role(Role::editor, asked.process()), asked.process(), [&](auto& act) {
                return app::correct_party(act, party.id, {{{Aspect::name, theirs.name}}, "Fel"});
            });

        REQUIRE(corrected);
        CHECK(store::find_organisation(*database.db, theirs.id)->registrar.empty());
        CHECK(store::find_party(*database.db, party.id)->organisation == theirs.id);
    });
}

TEST_CASE("an organisation that others know by its name keeps it when one party is put right") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto party = asked.parties().back();
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE party SET organisation_id = $1", party.organisation);

        REQUIRE(asked.act([&](auto& act) {
            return app::correct_party(act, party.id, {{{Aspect::name, "Bergs byar"}}, "Fel"});
        }));
        CHECK(store::find_organisation(*database.db, party.organisation)->name == "Byalaget");
        const auto now = store::find_party(*database.db, party.id)->organisation;
        CHECK(store::find_organisation(*database.db, now)->name == "Bergs byar");
    });
}

TEST_CASE("a printing error stands corrected next to words that never change, and is right in the draft") {
    on_each_database([](TestDatabase& database) {
        const Printed at{database};
        const auto made = at.corrects("Avstånden är långa och vägarna få.");

        REQUIRE(made);
        CHECK(made->in_draft == app::InDraft::corrected);
        CHECK(made->correction.was == "Avstånden är långa.");
        CHECK(at.words_in(at.version.id) == "Avstånden är långa.");
        CHECK(store::find_version(*database.db, at.version.id)->digest == at.version.digest);
        CHECK(at.in_draft() == "Avstånden är långa och vägarna få.");
        CHECK(store::right_words_in(*database.db, at.version.id.value).at("RUS-1-p2") ==
              "Avstånden är långa och vägarna få.");
        const auto draft = store::draft_of(*database.db, at.document.id);
        CHECK(store::changes_to(*database.db, draft.id).front().reason == "R-1: Ett ord föll bort");
    });
}

TEST_CASE("a correction is corrected by another, from what it said") {
    on_each_database([](TestDatabase& database) {
        const Printed at{database};
        REQUIRE(at.corrects("Avstånden är långa och vägarna få."));
        CHECK_FALSE(at.corrects("Avstånden är långa och vägarna få."));
        const auto again = at.corrects("Avstånden är långa och vägarna smala.");
        REQUIRE(again);
        CHECK(again->correction.was == "Avstånden är långa och vägarna få.");
        CHECK(at.in_draft() == "Avstånden är långa och vägarna smala.");
    });
}

TEST_CASE("a draft that says something else keeps it: corrected where it can be, by hand where it cannot") {
    on_each_database([](TestDatabase& database) {
        const Printed at{database};
        at.edit("RUS-1-p2", "I länet är avstånden långa.", {{}, "Tydligare"});
        const auto made = at.corrects("Sträckorna är långa.");
        REQUIRE(made);
        CHECK(made->in_draft == app::InDraft::by_hand);
        CHECK(at.in_draft() == "I länet är avstånden långa.");
    });
}

TEST_CASE("a printing error that the draft has lost, or put right, is corrected in the version alone") {
    on_each_database([](TestDatabase& database) {
        const Printed at{database};
        at.edit("RUS-1-p2", "Avstånden är stora.", {{}, "Rättat"});
        CHECK(at.corrects("Avstånden är stora.")->in_draft == app::InDraft::was_right);
        const auto node = store::node_named(*database.db, at.process().id, "RUS-2-p1")->node.id;
        at.does([&](auto& act) { return app::remove_line(act, at.document, node, {{}, "Utgår"}); });
        CHECK(at.corrects("Alla ska nå två affärer.", "RUS-2-p1")->in_draft == app::InDraft::not_there);
    });
}

TEST_CASE("only what everybody reads has printing errors") {
    on_each_database([](TestDatabase& database) {
        const Printed at{database};
        const auto draft = store::draft_of(*database.db, at.document.id);
        CHECK_FALSE(at.corrects("Ord", "RUS-9"));
        CHECK_FALSE(at.corrects(" "));
        CHECK_FALSE(at.tries([&](auto& act) {
            return app::correct_print(
                act, draft.id, "RUS-1-p1", {{{Aspect::words, "Ord", "RUS-1-p1"}}, "Fel"});
        }));
    });
}
