#include "app/organisation/organisation.hpp"

#include "app/inspel/redaction.hpp"
#include "app/organisation/mandate.hpp"
#include "app/own_page/own_page.hpp"
#include "store/mail/mail_store.hpp"
#include "store/organisation/mandate_store.hpp"
#include "support/outbox.hpp"
#include "support/pages.hpp"
#include "web/mail/letters.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning/organisationer";

/// A site with an association in its register, and an editor who keeps it.
struct Registry {
    TestSite site;
    std::string editor{site.session(Role::editor, site.world.revision)};

    explicit Registry(TestDatabase& database) : site{database} {
        CHECK(post(desk + "/ny", organisation()).status == 303);
    }

    static web::http::Fields organisation() {
        return {{"namn", "Byalaget"}, {"organisationsnummer", "556677-8899"}, {"slag", "civil_society"},
            {"sektor", "civil_society"}, {"omrade", "bygdeutveckling"},
            {"registrator", "byalaget@example.org"}, {"doman", "example.org"}};
    }
    /// With what the page of that form showed.
    web::Response post(const std::string& target, const web::http::Fields& form) const {
        auto fields = form;
        for (const auto& [name, value] : fields_in(site.get(target, editor).body))
            if (name == "sett") fields.emplace_back(name, value);
        return site.post(target, editor, fields);
    }
    std::string id(const std::string& name = "Byalaget") const {
        return store::organisations_called(*site.database.db, folded_organisation(name)).front().public_id;
    }
    app::Receipt send(const std::string& text = "Fler bussar", const std::string& name = "Byalaget") {
        auto typed = draft(text);
        typed.organisation = name;
        typed.contact = "eva@example.org";
        return detail::must(site, [&](auto& act) {
            return app::receive_inspel(act, site.world.activity, typed, {text, secret});
        });
    }
    app::Receipt published(const std::string& text = "Fler bussar", const std::string& name = "Byalaget") {
        const auto receipt = send(text, name);
        detail::must(site, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
        return receipt;
    }
    web::Response ask(const app::Receipt& receipt, const std::string& name = "Eva") const {
        return site.post(process + "/kvittens/" + receipt.code + "/fullmakt", "",
            {{"ditt-namn", name}, {"epost", "eva@example.org"}});
    }
    void change(const web::http::Fields& more) const {
        auto fields = organisation();
        fields.insert(fields.end(), more.begin(), more.end());
        CHECK(post(desk + "/" + id(), fields).status == 303);
    }
    void merge_into(const std::string& name, const std::string& registrar) {
        const auto from = id();
        detail::must(site, [&](auto& act) {
            Organisation into;
            into.name = name;
            into.registrar = registrar;
            into.kind = OrganisationKind::civil_society;
            const auto added = app::add_organisation(act, into);
            return app::merge_organisations(act, from, added->public_id);
        });
    }
    std::string inspel_page(const app::Receipt& receipt) const {
        return site.get(process + "/inspel/" + std::to_string(receipt.number)).body;
    }
    /// The way in the newest letter to the address.
    std::string way_in_letter(const std::string& recipient) const {
        auto mails = outbox(site.database);
        std::erase_if(mails, [&](const Mail& mail) { return mail.recipient != recipient; });
        const auto letter =
            web::mail::letter_of(*site.database.db, {stockholm, "", secret}, mails.back()).value();
        for (const auto& block : letter.blocks)
            if (block.kind == web::mail::Letter::Block::Kind::link) return block.text;
        return {};
    }
    /// What whoever reads the mail to the address fetches as their own data.
    std::string fetched_by(const std::string& address) const {
        REQUIRE(site.post("/mina-sidor", "", {{"epost", address}}).status == 200);
        const auto mail = store::mail_to(*site.database.db, address).back();
        const auto opened = site.post("/mina-sidor/lank/" + app::own_link_token(mail, secret), "", {});
        const auto cookie = header(opened, "Set-Cookie");
        auto request = site.request(web::http::Method::post, "/mina-sidor/utdrag");
        request.headers["cookie"] = cookie.substr(0, cookie.find(';'));
        request.form = {{"format", "json"}};
        const auto response = site.answer(request);
        REQUIRE(response.status == 200);
        return response.body;
    }
    web::Response confirm(const std::string& way, const std::string& scope = "inspel") const {
        return site.post(way, "",
            {{"gor", "bekrafta"}, {"bekraftat-av", "Bo Ekström"}, {"omfattning", scope},
                {"sista-dag", "2026-12-31"}});
    }
};

bool has(const std::string& body, std::string_view words) {
    return body.find(words) != body.npos;
}

}  // namespace

TEST_CASE("an inspel in the name of an organisation says whether that has confirmed it, and since when") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto receipt = at.published();
        CHECK(has(at.inspel_page(receipt), "Avsändare inte bekräftad."));
        CHECK(contains(
            at.site.get(process + "/kvittens/" + receipt.code), "Be Byalaget bekräfta att du talar för dem"));

        REQUIRE(at.ask(receipt).status == 303);
        CHECK(contains(at.site.get(process + "/kvittens/" + receipt.code), "Vi frågade Byalaget"));
        const auto way = at.way_in_letter("byalaget@example.org");
        const auto question = at.site.get(way);
        CHECK(contains(question, "Eva"));
        CHECK(contains(question, "Fler bussar"));
        CHECK(contains(question, "noindex"));
        CHECK(has(at.inspel_page(receipt), "Avsändare inte bekräftad."));  // reading it confirms nothing
        REQUIRE(at.confirm(way).status == 303);

        const auto page = at.inspel_page(receipt);
        CHECK(has(page, "Avsändare bekräftad av organisationen 14 maj 2026."));
        CHECK(has(page, "Allt från Byalaget"));
        CHECK_FALSE(has(page, "Bo Ekström"));
        CHECK_FALSE(has(page, "eva@example.org"));
        CHECK(at.confirm(way).status == 409);
        REQUIRE(at.site.post(way, "", {{"gor", "aterkalla"}}).status == 303);
        CHECK(has(
            at.inspel_page(receipt), "Fullmakten återkallades den 14 maj 2026. Det som är sagt står kvar."));
    });
}

TEST_CASE("a sender whose question was not mailed is told so, and keeps what was typed") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        for (const auto* text : {"Ett", "Två", "Tre"}) REQUIRE(at.ask(at.send(text)).status == 303);
        const auto receipt = at.send("Fyra");

        const auto refused = at.ask(receipt, "Eva <Ek>");

        CHECK(refused.status == 409);
        CHECK(contains(refused, "Byalaget har fått många frågor den senaste timmen. Försök igen senare"));
        CHECK(contains(refused, "value=\"Eva &lt;Ek&gt;\""));
        CHECK_FALSE(contains(refused, "Vi frågade"));
        CHECK_FALSE(contains(at.site.get(process + "/kvittens/" + receipt.code), "Vi frågade"));
    });
}

TEST_CASE("a sender asks anew when the organisation has become part of another, by the name that went") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto receipt = at.send();
        REQUIRE(at.ask(receipt).status == 303);
        const auto old_way = at.way_in_letter("byalaget@example.org");
        at.merge_into("Berg <laget>", "berg@example.org");

        const auto page = at.site.get(process + "/kvittens/" + receipt.code);
        CHECK(contains(page, "Berg &lt;laget&gt; svarar på en annan adress sedan dess. Fråga igen."));
        CHECK_FALSE(contains(page, "finns inte i vårt register"));
        REQUIRE(at.ask(receipt).status == 303);

        CHECK(at.site.get(old_way).status == 404);
        CHECK(at.confirm(at.way_in_letter("berg@example.org")).status == 303);
    });
}

TEST_CASE("a no by mistake is taken back on the page that said it, and the sender is told how") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto receipt = at.published();
        REQUIRE(at.ask(receipt).status == 303);
        const auto way = at.way_in_letter("byalaget@example.org");
        REQUIRE(at.site.post(way, "", {{"gor", "avboj"}}).status == 303);
        CHECK(contains(
            at.site.get(process + "/kvittens/" + receipt.code), "be dem öppna länken i vår fråga igen"));
        const auto page = at.site.get(way);
        CHECK(contains(page, "Om det var ett misstag, bekräfta här."));
        CHECK_FALSE(contains(page, "value=\"avboj\""));

        REQUIRE(at.confirm(way).status == 303);

        CHECK(has(at.inspel_page(receipt), "Avsändare bekräftad av organisationen 14 maj 2026."));
    });
}

TEST_CASE("a second person's link shows nothing once the organisation answers at another address") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        at.change({{"andra", "ja"}});
        const auto receipt = at.send("Hemliga <bussar>");
        REQUIRE(at.ask(receipt).status == 303);
        REQUIRE(at.confirm(at.way_in_letter("byalaget@example.org")).status == 303);
        const auto inspel = store::inspel_numbered(*database.db, at.site.world.revision.id, receipt.number);
        const auto mandate = store::mandate_of(*database.db, inspel->id).value();
        const auto way = process + "/fullmakt/" + app::approvers_link(mandate, secret);
        REQUIRE(contains(at.site.get(way), "Hemliga &lt;bussar&gt;"));
        at.merge_into("Berglaget", "berg@example.org");

        const auto page = at.site.get(way);

        CHECK(contains(page, "Länken gäller inte längre"));
        CHECK_FALSE(contains(page, "Hemliga"));
        CHECK_FALSE(contains(page, "godkann"));
        CHECK(at.site.post(way, "", {{"gor", "godkann"}, {"godkant-av", "Siv"}}).status == 409);
    });
}

TEST_CASE("a representative whose mandate was taken back passes no link on to a second person") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        REQUIRE(at.ask(at.send()).status == 303);
        REQUIRE(at.confirm(at.way_in_letter("byalaget@example.org"), "process").status == 303);
        const auto own = at.way_in_letter("eva@example.org");
        at.change({{"andra", "ja"}});
        const auto second = at.published("Fler tåg");
        REQUIRE(at.ask(second, "Siv").status == 303);
        const auto inspel = store::inspel_numbered(*database.db, at.site.world.revision.id, second.number);
        const auto waiting = store::mandate_of(*database.db, inspel->id).value();
        REQUIRE(at.site
                    .post(own, "",
                        {{"gor", "bekrafta-annan"}, {"fullmakt", waiting.public_id}, {"bekraftat-av", "Eva"}})
                    .status == 303);
        const auto approving = app::approvers_link(waiting, secret);
        REQUIRE(contains(at.site.get(own), approving));

        REQUIRE(at.site.post(own, "", {{"gor", "aterkalla"}}).status == 303);

        CHECK_FALSE(contains(at.site.get(own), approving));
        CHECK(contains(at.site.get(process + "/fullmakt/" + approving),
            "den som bekräftade det talar inte längre för Byalaget"));
    });
}

TEST_CASE("what is masked in a published inspel is masked to the organisation too") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto receipt = at.published("Grannen Zeta kör för fort");
        REQUIRE(at.ask(receipt).status == 303);
        const auto way = at.way_in_letter("byalaget@example.org");
        CHECK(contains(at.site.get(way), "Zeta"));
        CHECK_FALSE(contains(at.site.get(way), "maskade"));

        detail::must(at.site, [&](auto& act) { return app::redact(act, receipt.number, {"Zeta", "namn"}); });

        CHECK_FALSE(contains(at.site.get(way), "Zeta"));
        CHECK(contains(at.site.get(way), "Delar av den är maskade eller ändrade."));
    });
}

TEST_CASE("who asks an organisation learns neither whom we asked there nor who answered, by their own data") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        REQUIRE(at.ask(at.send()).status == 303);
        CHECK_FALSE(has(at.fetched_by("eva@example.org"), "byalaget@example.org"));
        REQUIRE(at.confirm(at.way_in_letter("byalaget@example.org")).status == 303);

        const auto fetched = at.fetched_by("Eva@Example.org");

        CHECK(has(fetched, "\"mandate\""));
        CHECK(has(fetched, "\"Eva\""));
        CHECK(has(fetched, "eva@example.org"));
        CHECK_FALSE(has(fetched, "byalaget@example.org"));
        CHECK_FALSE(has(fetched, "\"Bo\""));
    });
}

TEST_CASE("a confirmation that lacks a name comes back with what was chosen") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        REQUIRE(at.ask(at.send()).status == 303);
        const auto way = at.way_in_letter("byalaget@example.org");

        const auto again = at.site.post(way, "",
            {{"gor", "bekrafta"}, {"bekraftat-av", " "}, {"omfattning", "process"},
                {"sista-dag", "2020-01-01"}});

        CHECK(again.status == 422);
        CHECK(contains(again, "Skriv ditt namn"));
        CHECK(contains(again, "value=\"2020-01-01\""));
        CHECK(contains(again, "value=\"process\" checked"));
        CHECK(at.site.post(way, "", {{"gor", "nagot"}}).status == 404);
        CHECK(at.site.get(process + "/fullmakt/hittepa").status == 404);
    });
}

TEST_CASE("a sender who writes no name, or whose organisation nobody knows, is told what to do") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto receipt = at.send();
        const auto again = at.ask(receipt, " ");
        CHECK(again.status == 422);
        CHECK(contains(again, "Skriv ditt namn"));
        CHECK(outbox(database).back().kind != Mail::Kind::mandate_asked);
        const auto unknown = at.send("Annat", "Okända <laget>");
        const auto page = at.site.get(process + "/kvittens/" + unknown.code);
        CHECK(contains(page, "Okända &lt;laget&gt; finns inte i vårt register"));
        CHECK(contains(page, "rus@example.org"));
    });
}

TEST_CASE("a representative sees who waits and confirms them, by a link of their own") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        REQUIRE(at.ask(at.send()).status == 303);
        REQUIRE(at.confirm(at.way_in_letter("byalaget@example.org"), "process").status == 303);
        const auto own = at.way_in_letter("eva@example.org");
        const auto second = at.published("Fler tåg");
        REQUIRE(at.ask(second, "Siv").status == 303);
        CHECK(contains(at.site.get(own), "Siv, eva@example.org"));
        const auto inspel = store::inspel_numbered(*database.db, at.site.world.revision.id, second.number);
        const auto waiting = store::mandate_of(*database.db, inspel->id).value();

        CHECK(at.site
                  .post(own, "",
                      {{"gor", "bekrafta-annan"}, {"fullmakt", waiting.public_id}, {"bekraftat-av", "Eva"}})
                  .status == 303);

        CHECK(has(at.inspel_page(second), "Avsändare bekräftad av organisationen"));
        CHECK(contains(at.site.get(own), "Ingen väntar."));
    });
}

TEST_CASE("everybody reads which organisations take part, what they have said, and no address of theirs") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto page = process + "/organisationer/" + at.id();
        CHECK(at.site.get(page).status == 404);  // it stands in the register, and has said nothing here
        const auto receipt = at.published();
        at.published("Annat", "Någon <annan>");
        REQUIRE(at.ask(receipt).status == 303);
        REQUIRE(at.confirm(at.way_in_letter("byalaget@example.org")).status == 303);

        const auto list = at.site.get(process + "/organisationer");
        CHECK(contains(list, "Byalaget"));
        CHECK_FALSE(contains(list, "Någon"));
        const auto one = at.site.get(page);
        CHECK(contains(one, "556677-8899"));
        CHECK(contains(one, "bygdeutveckling"));
        CHECK(contains(one, "Fler bussar"));
        for (const auto* hidden : {"byalaget@example.org", "eva@example.org", "example.org</"})
            CHECK_FALSE(contains(one, hidden));
        const auto filtered = [&](const char* kind) {
            return at.site.get(process + "/inspel", "", {{"organisation", kind}});
        };
        CHECK(contains(filtered("civil_society"), "Fler bussar"));
        CHECK_FALSE(contains(filtered("civil_society"), "Annat"));
        CHECK(contains(filtered("nagon"), "Fler bussar"));
        CHECK_FALSE(contains(filtered("business"), "Fler bussar"));
        CHECK(contains(
            at.site.get(process + "/inspel", "", {{"organisation", "civil_society"}, {"q", "bussar"}}),
            "Fler bussar"));
    });
}

TEST_CASE("a name that is masked is told by no link, and its inspel stands on no organisation's page") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto receipt = at.published();
        REQUIRE(at.ask(receipt).status == 303);
        REQUIRE(at.confirm(at.way_in_letter("byalaget@example.org")).status == 303);
        detail::must(at.site, [&](auto& act) {
            return app::redact(act, receipt.number, {"Byalaget", "namn"});
        });

        CHECK_FALSE(has(at.inspel_page(receipt), "Allt från"));
        for (const auto* kind : {"civil_society", "nagon"})
            for (const auto* words : {"", "bussar"})
                CHECK(contains(at.site.get(process + "/inspel", "", {{"organisation", kind}, {"q", words}}),
                    "0 träffar"));
        CHECK_FALSE(contains(at.site.get(process + "/organisationer"), "Byalaget"));
        CHECK(at.site.get(process + "/organisationer/" + at.id()).status == 404);
    });
}

TEST_CASE("the register is kept by editors and leaders alone, and its page says what is wrong") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        CHECK(at.site.get(desk).status == 403);
        for (const auto role : {Role::viewer, Role::moderator, Role::handler})
            CHECK(at.site.get(desk, at.site.session(role, at.site.world.revision)).status == 403);
        CHECK(at.site.get(desk, at.site.session(Role::editor, at.site.other.revision)).status == 403);
        CHECK(contains(at.site.get(desk, at.editor), "byalaget@example.org"));
        auto person = Registry::organisation();
        person[0].second = "Evas <firma>";
        person[1].second = "811218-9876";
        const auto refused = at.post(desk + "/ny", person);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "personnummer"));
        CHECK(contains(refused, "Evas &lt;firma&gt;"));
        const auto csv = at.site.get(desk + ".csv", at.editor).body;
        CHECK(has(csv, R"("Byalaget","556677-8899","civil_society","civil_society","bygdeutveckling")"));
        CHECK_FALSE(has(csv, "@"));
    });
}

TEST_CASE("an old page of an organisation changes nothing, and comes back with what was typed") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto page = desk + "/" + at.id();
        const auto with = [](web::http::Fields fields, const std::string& line_of_work) {
            for (auto& [name, value] : fields)
                if (name == "omrade") value = line_of_work;
            return fields;
        };
        const auto shown = fields_in(at.site.get(page, at.editor).body);
        REQUIRE(at.site.post_as_it_is(page, at.editor, with(shown, "skog")).status == 303);

        const auto fresh = fields_in(at.site.get(page, at.editor).body);
        auto old = with(fresh, "jord");
        for (auto& [name, value] : old)
            if (name == "sett")
                for (const auto& [former, seen] : shown)
                    if (former == name) value = seen;
        const auto refused = at.site.post_as_it_is(page, at.editor, old);

        CHECK(refused.status == 409);
        CHECK(contains(refused, "value=\"jord\""));
        CHECK(contains(at.site.get(page, at.editor), "value=\"skog\""));
    });
}

TEST_CASE("what a merger moves is shown first, and a page that shows it otherwise merges nothing") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        auto other = Registry::organisation();
        other[0].second = "Byalaget i Berg";
        other[1].second = "";
        REQUIRE(at.post(desk + "/ny", other).status == 303);
        const auto from = at.id("Byalaget i Berg");
        const auto page = desk + "/" + from + "/sammanslagning";
        const auto shown = at.site.get(page, at.editor, {{"med", at.id()}});
        CHECK(contains(shown, "Slå ihop Byalaget i Berg med Byalaget"));
        const auto fields = fields_in(shown.body);
        const auto receipt = at.send("Fler tåg", "Byalaget i Berg");
        REQUIRE(at.ask(receipt).status == 303);

        CHECK(at.site.post_as_it_is(page, at.editor, fields).status == 409);
        const auto again = fields_in(at.site.get(page, at.editor, {{"med", at.id()}}).body);
        CHECK(at.site.post_as_it_is(page, at.editor, again).status == 303);
        const auto gone = at.site.get(desk + "/" + from, at.editor);
        CHECK(gone.status == 303);
        CHECK(header(gone, "Location").find(at.id()) != std::string::npos);
    });
}

TEST_CASE("a table is imported whole, and says which were there") {
    on_each_database([](TestDatabase& database) {
        Registry at{database};
        const auto import = [&](const std::string& table) {
            auto asked = at.site.request(web::http::Method::post, desk + "/inlasning", at.editor);
            asked.uploads.push_back({"fil", "o.csv", table});
            return at.site.answer(asked);
        };
        CHECK(import("").status == 422);
        const auto wrong = import("namn;slag\nNya laget;förening\nSlottet;kung\n");
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "rad 3"));
        const auto right = import("namn;slag\nNya laget;förening\nByalaget;förening\n");
        CHECK(right.status == 200);
        CHECK(contains(right, "1 organisation lades till."));
        CHECK(contains(right, "<li>Byalaget</li>"));
    });
}
