#include "app/organisation/mandate.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/organisation/organisation.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/log/log_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "support/example.hpp"
#include "support/outbox.hpp"

#include <doctest/doctest.h>
#include <chrono>

using namespace example;
using State = Mandate::State;

namespace {

/// A village in the register, and inspel that are sent in its name.
struct Village {
    TestDatabase& database;
    World world = settle(database);
    Process other = settle(database, "annan").revision;
    Organisation organisation = add("Byalaget", "byalaget@example.org");

    template <class Verb>
    auto act(Verb verb) const {
        return database.act_as(Actor::anybody(), world.revision, verb);
    }
    template <class Verb>
    auto staff(Verb verb) const {
        return database.act_as(with_role(Role::editor, world.revision), world.revision, verb);
    }
    Organisation add(const std::string& name, const std::string& registrar) const {
        Organisation typed;
        typed.name = name;
        typed.registrar = registrar;
        typed.kind = OrganisationKind::civil_society;
        return staff([&](auto& act) { return app::add_organisation(act, typed); }).value();
    }
    void change(const std::function<void(Organisation&)>& how) {
        how(organisation);
        organisation = staff([&](auto& act) {
            return app::change_organisation(act, organisation.public_id, organisation);
        }).value();
    }
    app::Receipt send(const std::string& name = "Byalaget") const {
        auto typed = draft("Vi vill ha fler bussar");
        typed.organisation = name;
        typed.actor_kind = "civil_society";
        const auto key = "form-" + std::to_string(store::next_number(*database.db, world.revision.id));
        return act([&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {key, secret});
        }).value();
    }
    Result<Mandate> ask(const app::Receipt& receipt, const std::string& name = "Eva") const {
        return act([&](auto& act) {
            return app::ask_for_mandate(act, receipt.code, {name, "eva@example.org"}, today);
        });
    }
    Result<Mandate> confirm(const Mandate& mandate, Mandate::Scope scope = Mandate::Scope::inspel) const {
        const app::MandateLink link{app::registrars_link(mandate, secret), secret};
        return act([&](auto& act) { return app::confirm_mandate(act, link, {"Bo", scope, today}, today); });
    }
    Result<Mandate> represent(const Mandate& by, const Mandate& whom) const {
        const app::MandateLink link{app::persons_link(by, secret), secret};
        return act([&](auto& act) {
            return app::confirm_as_representative(act, link, whom.public_id, "Eva", today);
        });
    }
    Result<Mandate> decline(const Mandate& mandate) const {
        const app::MandateLink link{app::registrars_link(mandate, secret), secret};
        return act([&](auto& act) { return app::decline_mandate(act, link); });
    }
    Result<Mandate> approve(const Mandate& mandate, Day day = today) const {
        const app::MandateLink link{app::approvers_link(mandate, secret), secret};
        return act([&](auto& act) { return app::approve_mandate(act, link, "Siv", day); });
    }
    Organisation merge_into(const std::string& name, const std::string& registrar) const {
        const auto into = add(name, registrar);
        return staff([&](auto& act) {
            return app::merge_organisations(act, organisation.public_id, into.public_id);
        }).value();
    }
    Mandate now(const Mandate& mandate) const {
        return store::find_mandate(*database.db, mandate.id).value();
    }
    std::int64_t mails(Mail::Kind kind) const {
        const auto all = outbox(database);
        return std::count_if(all.begin(), all.end(), [&](const Mail& mail) { return mail.kind == kind; });
    }
};

}  // namespace

TEST_CASE("the organisation is asked at the address of the register, and its yes is told to both") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto asked = at.ask(at.send());
        REQUIRE(asked);
        const auto question = outbox(database).back();
        CHECK(question.kind == Mail::Kind::mandate_asked);
        CHECK(question.recipient == "byalaget@example.org");

        const auto confirmed = at.confirm(*asked);

        REQUIRE(confirmed);
        CHECK(confirmed->state() == State::stands);
        CHECK(at.mails(Mail::Kind::mandate_noted) == 1);
        const auto answer = outbox(database).back();
        CHECK(answer.kind == Mail::Kind::mandate_answered);
        CHECK(answer.recipient == "eva@example.org");
        CHECK(at.confirm(*asked).error().kind == Failure::Kind::conflict);  // by another tab
    });
}

TEST_CASE("nobody confirms themselves: what the sender holds opens no door of the organisation's") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        const Confirmation yes{"Eva", Mandate::Scope::process, today};
        for (const auto& link : {receipt.code, asked.public_id, asked.link_key,
                 app::persons_link(asked, secret), app::approvers_link(asked, secret),
                 app::registrars_link(asked, "another secret"), std::string{}}) {
            CAPTURE(link);
            CHECK_FALSE(at.act([&](auto& act) {
                return app::confirm_mandate(act, {link, secret}, yes, today);
            }));
        }
        CHECK_FALSE(at.represent(asked, asked));
        CHECK_FALSE(at.act([&](auto& act) {
            return app::approve_mandate(act, {app::approvers_link(asked, secret), secret}, "Siv", today);
        }));
        CHECK(at.now(asked).state() == State::asked);
    });
}

TEST_CASE("a link does nothing in another process") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto asked = at.ask(at.send()).value();
        const app::MandateLink link{app::registrars_link(asked, secret), secret};

        const auto elsewhere = database.act_as(Actor::anybody(), at.other, [&](auto& act) {
            return app::confirm_mandate(act, link, {"Bo", Mandate::Scope::process, today}, today);
        });
        const auto revoked = database.act_as(with_role(Role::process_leader, at.other), at.other,
            [&](auto& act) { return app::revoke_mandate(act, asked.public_id); });

        CHECK(elsewhere.error().kind == Failure::Kind::not_found);
        CHECK(revoked.error().kind == Failure::Kind::not_found);
    });
}

TEST_CASE("a link dies when the registrar gets another address, and the sender asks that one") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        CHECK(at.ask(receipt).error().kind == Failure::Kind::conflict);
        at.change([](Organisation& organisation) { organisation.registrar = "nya@example.org"; });

        CHECK(at.confirm(asked).error().kind == Failure::Kind::conflict);
        const auto again = at.ask(receipt);

        REQUIRE(again);
        CHECK(again->sent_to == "nya@example.org");
        CHECK(at.confirm(asked).error().kind == Failure::Kind::not_found);  // by the old link, forwarded
        CHECK(at.confirm(*again));
    });
}

TEST_CASE("a question may be asked again after a day, and then the first link is worth nothing") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        database.now += std::chrono::hours{24};

        const auto again = at.ask(receipt, "Eva Ek").value();

        CHECK(again.id == asked.id);
        CHECK(at.confirm(asked).error().kind == Failure::Kind::not_found);
        CHECK(at.confirm(again)->speaker == "Eva Ek");
        CHECK(at.ask(receipt).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a mandate that waits goes with its organisation when that is merged, and is asked for again") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        const auto into = at.merge_into("Byalaget i Berg", "berg@example.org");

        CHECK(at.now(asked).organisation == into.id);
        CHECK(at.confirm(asked).error().kind == Failure::Kind::conflict);
        const auto again = at.ask(receipt);
        REQUIRE(again);
        CHECK(again->sent_to == "berg@example.org");
        CHECK(at.confirm(*again)->organisation == into.id);
        CHECK(at.ask(at.send())->organisation == into.id);  // by the name that went
    });
}

TEST_CASE("an organisation that is renamed is asked again by who asked it by its old name") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        at.change([](Organisation& organisation) { organisation.name = "Bygdelaget"; });
        const auto usurper = at.add("Byalaget", "annan@example.org");
        database.now += std::chrono::hours{24};

        const auto again = at.ask(receipt);

        REQUIRE(again);
        CHECK(again->organisation == at.organisation.id);
        CHECK(again->sent_to == "byalaget@example.org");
        CHECK(at.ask(at.send())->organisation == usurper.id);
    });
}

TEST_CASE("a name that was merged away leads to nobody's but the one that has it since") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        at.merge_into("Byalaget i Berg", "berg@example.org");
        const auto anew = at.add("Byalaget", "ny@example.org");

        CHECK(at.ask(at.send())->organisation == anew.id);
    });
}

TEST_CASE("an organisation that has had its questions of the hour is not said to have been asked") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        for (int i = 0; i < 3; ++i) REQUIRE(at.ask(at.send()));
        const auto receipt = at.send();
        const auto logged = store::log_size(*database.db);

        const auto refused = at.ask(receipt);

        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(refused.error().complaints.size() == 1);
        CHECK(store::log_size(*database.db) == logged);
        CHECK_FALSE(store::mandate_of(*database.db, receipt.inspel));
        database.now += std::chrono::minutes{61};
        CHECK(at.ask(receipt));
    });
}

TEST_CASE("a question asked again that no mail is written of leaves the first link as good as it was") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        database.now += std::chrono::hours{24};
        for (int i = 0; i < 3; ++i) REQUIRE(at.ask(at.send()));

        CHECK_FALSE(at.ask(receipt, "Eva Ek"));
        CHECK(at.confirm(asked)->speaker == "Eva");
    });
}

TEST_CASE("a second person approves nothing by a link from before the registrar had another address") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        at.change([](Organisation& organisation) { organisation.asks_second = true; });
        const auto receipt = at.send();
        const auto half = at.confirm(at.ask(receipt).value()).value();
        CHECK(at.ask(receipt).error().kind == Failure::Kind::conflict);
        at.change([](Organisation& organisation) { organisation.registrar = "nya@example.org"; });

        CHECK(at.approve(half).error().kind == Failure::Kind::conflict);
        const auto again = at.ask(receipt);

        REQUIRE(again);  // else it would wait for ever
        CHECK(again->state() == State::asked);
        CHECK(again->confirmer.empty());
        CHECK(at.approve(half).error().kind == Failure::Kind::not_found);
        REQUIRE(at.confirm(*again));
        CHECK(at.approve(*again)->state() == State::stands);
    });
}

TEST_CASE("a second person approves nothing that a representative confirmed who speaks no more") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        const auto speaker = at.confirm(at.ask(at.send()).value(), Mandate::Scope::process).value();
        at.change([](Organisation& organisation) { organisation.asks_second = true; });
        const auto receipt = at.send();
        const auto half = at.represent(speaker, at.ask(receipt, "Siri").value()).value();
        REQUIRE(half.state() == State::half);

        CHECK(at.approve(half, today + std::chrono::days{1}).error().kind == Failure::Kind::conflict);
        REQUIRE(at.staff([&](auto& act) { return app::revoke_mandate(act, speaker.public_id); }));

        CHECK(at.approve(half).error().kind == Failure::Kind::conflict);
        CHECK(at.now(half).state() == State::half);
        CHECK(at.ask(receipt, "Siri"));
    });
}

TEST_CASE("a no that was a mistake is taken back by the link that it was said by, and told again") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto asked = at.ask(at.send()).value();
        REQUIRE(at.decline(asked));
        CHECK(at.decline(asked).error().kind == Failure::Kind::conflict);

        const auto confirmed = at.confirm(asked);

        REQUIRE(confirmed);
        CHECK(at.now(asked).state() == State::stands);
        CHECK(store::newest_entry(*database.db)->find("mandate.confirmed") != std::string::npos);
        CHECK(at.mails(Mail::Kind::mandate_answered) == 2);
        CHECK(at.decline(asked).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a no is asked about again when another address answers, and by no representative") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        const auto speaker = at.confirm(at.ask(at.send()).value(), Mandate::Scope::process).value();
        const auto receipt = at.send();
        const auto declined = at.decline(at.ask(receipt).value()).value();

        CHECK(at.represent(speaker, declined).error().kind == Failure::Kind::conflict);
        at.change([](Organisation& organisation) { organisation.registrar.clear(); });
        CHECK(at.ask(receipt).error().kind == Failure::Kind::conflict);
        at.change([](Organisation& organisation) { organisation.registrar = "nya@example.org"; });
        CHECK(at.confirm(declined).error().kind == Failure::Kind::conflict);
        CHECK(at.ask(receipt)->state() == State::asked);
    });
}

TEST_CASE("where the organisation wants it a second person approves, by a link of their own") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        at.change([](Organisation& organisation) { organisation.asks_second = true; });
        const auto asked = at.ask(at.send()).value();
        const auto half = at.confirm(asked).value();
        CHECK(half.state() == State::half);
        CHECK(at.mails(Mail::Kind::mandate_answered) == 0);
        const app::MandateLink link{app::approvers_link(half, secret), secret};
        const auto approve = [&](const std::string& name) {
            return at.act([&](auto& act) { return app::approve_mandate(act, link, name, today); });
        };

        CHECK(approve("bo").error().complaints.front().place == Field::approved_by);
        CHECK(approve("EVA").error().complaints.front().place == Field::approved_by);
        CHECK(approve("Siv")->state() == State::stands);
        CHECK(approve("Siv").error().kind == Failure::Kind::conflict);
        CHECK(at.mails(Mail::Kind::mandate_answered) == 1);
    });
}

TEST_CASE("who speaks in the process confirms others, for one inspel each and until their own last day") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto first = at.confirm(at.ask(at.send()).value(), Mandate::Scope::process).value();
        const auto second = at.ask(at.send(), "Siv").value();

        const auto confirmed = at.represent(first, second);

        REQUIRE(confirmed);
        CHECK(confirmed->scope == Mandate::Scope::inspel);
        CHECK(confirmed->through == first.id);
        const auto third = at.ask(at.send(), "Per").value();
        CHECK_FALSE(at.represent(*confirmed, third));
        REQUIRE(at.act([&](auto& act) {
            return app::withdraw_mandate(act, {app::persons_link(first, secret), secret});
        }));
        CHECK_FALSE(at.represent(first, third));
        CHECK(at.now(second).state() == State::stands);  // what was said stands
    });
}

TEST_CASE("what is withdrawn stands, and is withdrawn once") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto mandate = at.confirm(at.ask(at.send()).value()).value();
        const auto revoke = [&] {
            return at.staff([&](auto& act) { return app::revoke_mandate(act, mandate.public_id); });
        };
        REQUIRE(revoke());
        CHECK(at.now(mandate).state() == State::withdrawn);
        CHECK(at.now(mandate).stood_from());
        CHECK(revoke().error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("a no is told to the sender, who cannot ask again") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        REQUIRE(at.decline(asked));
        CHECK(outbox(database).back().recipient == "eva@example.org");
        database.now += std::chrono::hours{48};
        CHECK(at.ask(receipt).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("nobody is asked for an organisation that the register does not know, or cannot reach") {
    on_each_database([](TestDatabase& database) {
        Village at{database};
        CHECK(at.ask(at.send("Okända laget")).error().kind == Failure::Kind::conflict);
        CHECK(at.ask(at.send(" byaLAGET ")));
        at.change([](Organisation& organisation) { organisation.registrar.clear(); });
        CHECK(at.ask(at.send()).error().kind == Failure::Kind::conflict);
        const auto withdrawn = at.send();
        REQUIRE(at.act([&](auto& act) { return app::withdraw_inspel(act, withdrawn.code); }));
        CHECK_FALSE(at.ask(withdrawn));
    });
}

TEST_CASE("an inspel that is withdrawn while the organisation reads is not confirmed any more") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto asked = at.ask(receipt).value();
        REQUIRE(at.act([&](auto& act) { return app::withdraw_inspel(act, receipt.code); }));
        CHECK(at.confirm(asked).error().kind == Failure::Kind::closed);
    });
}

TEST_CASE("an erasure takes names, addresses and every way to the mandate with it") {
    on_each_database([](TestDatabase& database) {
        const Village at{database};
        const auto receipt = at.send();
        const auto mandate = at.confirm(at.ask(receipt).value(), Mandate::Scope::process).value();

        REQUIRE(database.act(at.world.revision, [&](auto& act) {
            return app::erase_inspel(
                act, receipt.number, {Erasure::Level::destroyed, Erasure::Ground::retention, "RUN/1"});
        }));

        const auto erased = at.now(mandate);
        CHECK(erased.speaker.empty());
        CHECK(erased.address.empty());
        CHECK(erased.sent_to.empty());
        CHECK(erased.confirmer.empty());
        for (const auto& link : {app::registrars_link(mandate, secret), app::persons_link(mandate, secret)})
            CHECK_FALSE(app::opened_mandate(*database.db, at.world.revision, {link, secret}));
        CHECK(at.mails(Mail::Kind::mandate_noted) == 0);
    });
}
