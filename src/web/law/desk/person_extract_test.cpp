#include "app/privacy/person_extract.hpp"
#include "app/inspel/inspel.hpp"
#include "store/log/log_store.hpp"
#include "store/staff/extract_use_store.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"
#include "support/sent.hpp"

using namespace example;

namespace {

const std::string page_of_process = "/processer/rus-2050/handlaggning/registerutdrag";

app::Receipt send(TestSite& site, const World& to, const std::string& contact, const std::string& text) {
    auto typed = draft(text);
    typed.contact = contact;
    const auto key = contact + text;
    return site.database
        .act(to.revision,
            [&](auto& act) {
                return app::receive_inspel(act, to.activity, typed, {key, secret});
            })
        .value();
}

/// The form of the page, filled in for an address or a name.
PageForm search_for(const TestSite& site, const std::string& session, const std::string& email,
    const std::string& name = "") {
    PageForm form;
    for (auto& one : forms_in(site.get(page_of_process, session).body))
        if (one.action == page_of_process) form = one;
    set(form, "epost", email);
    set(form, "namn", name);
    set(form, "diarienummer", "RS/413/2026");
    set(form, "skal", "Begäran i brev");
    return form;
}

web::Response sent(const TestSite& site, const PageForm& form, const std::string& session) {
    return site.post_as_it_is(form.action, session, form.fields);
}

PageForm file_form(const web::Response& candidates) {
    for (auto& form : forms_in(candidates.body))
        if (form.action.ends_with("/fil")) return form;
    return {};
}

/// A choice of the page for this row, as the page has signed it.
std::string choice_of(const web::Response& candidates, const std::string& ref) {
    const auto at = candidates.body.find('"' + ref + '-');
    REQUIRE(at != std::string::npos);
    return candidates.body.substr(at + 1, candidates.body.find('"', at + 1) - at - 1);
}

}  // namespace

TEST_CASE("the leader finds a person, says what is theirs, and fetches all of it as one file") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send(site, site.world, "anna@x.se", "Fler bussar till Berg.");
        send(site, site.world, "bo@x.se", "Skriv till anna@x.se om myren.");
        const auto leader = site.session(Role::process_leader, site.world.revision);

        const auto found = sent(site, search_for(site, leader, "anna@x.se"), leader);
        CHECK(found.status == 200);
        CHECK(header(found, "Cache-Control") == "no-store");
        CHECK(contains(found, "2 träffar"));
        const auto file = sent(site, file_form(found), leader);

        CHECK(file.status == 200);
        CHECK(header(file, "Cache-Control") == "no-store");
        CHECK(header(file, "Content-Disposition") == "attachment; filename=\"registerutdrag-1.html\"");
        CHECK(contains(file, "Fler bussar till Berg."));
        CHECK(contains(file, "RS/413/2026"));
        CHECK_FALSE(contains(file, "myren"));
        CHECK_FALSE(contains(file, "bo@x.se"));
    });
}

TEST_CASE("each search and each file is kept with who, when and why, and the log says nothing of whom") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send(site, site.world, "anna@x.se", "Fler bussar.");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto before = store::log_size(*database.db);
        (void)sent(site, file_form(sent(site, search_for(site, leader, "anna@x.se"), leader)), leader);

        const auto uses = store::extract_uses(*database.db, site.world.revision.id, 10);
        REQUIRE(uses.size() == 2);
        CHECK(uses[0].kind == ExtractUse::Kind::file);
        CHECK(uses[0].digest.size() == 64);
        CHECK(uses[1].ways == "email");
        CHECK(uses[1].by);
        CHECK(contains(site.get(page_of_process, leader), "Begäran i brev"));
        const auto entries = store::log_entries(*database.db, before, 10);
        REQUIRE(entries.size() == 2);
        for (const auto& entry : entries) {
            CHECK(entry.find("extract/1") != entry.npos);
            for (const auto* words : {"anna", "x.se", "RS/413", "brev", "email"})
                CHECK(entry.find(words) == entry.npos);
        }
    });
}

TEST_CASE("only those who lead a process come in, and see rows of the processes that they lead") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send(site, site.world, "anna@x.se", "Fler bussar.");
        const auto elsewhere = send(site, site.other, "anna@x.se", "Fler tåg.");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto form = search_for(site, leader, "anna@x.se");
        for (const auto role : {Role::viewer, Role::moderator, Role::editor, Role::handler}) {
            const auto other = site.session(role, site.world.revision);
            CHECK(site.get(page_of_process, other).status == 403);
            CHECK(sent(site, form, other).status == 403);
        }
        const auto of_other = site.session(Role::process_leader, site.other.revision);
        CHECK(site.get(page_of_process, of_other).status == 403);
        CHECK(site.get(page_of_process).status != 200);

        const auto found = sent(site, form, leader);
        CHECK(contains(found, "1 träff"));
        const auto file = sent(site, file_form(found), leader);
        CHECK(contains(file, "Fler bussar."));
        CHECK_FALSE(contains(file, "Fler tåg."));
        CHECK(contains(file, "inte genomsökta"));
        auto by_code = search_for(site, leader, "");
        set(by_code, "kod", elsewhere.code);
        CHECK(contains(sent(site, by_code, leader), "0 träffar"));
    });
}

TEST_CASE("a search of another's is no way to a file, and neither is one that there is not") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send(site, site.world, "anna@x.se", "Fler bussar.");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        auto form = file_form(sent(site, search_for(site, leader, "anna@x.se"), leader));
        const auto of_other = site.session(Role::process_leader, site.other.revision);
        const auto elsewhere = "/processer/annan/handlaggning/registerutdrag/1/fil";
        CHECK(site.post(elsewhere, of_other, {{"format", "html"}}).status == 404);
        CHECK(site.post_as_it_is(elsewhere, of_other, form.fields).status == 404);
        CHECK(site.post(page_of_process + "/99/fil", leader, {{"format", "html"}}).status == 404);
        CHECK(site.post(page_of_process + "/1/fil", leader, {{"format", "exe"}}).status == 422);
        CHECK(store::extract_uses(*database.db, site.world.revision.id, 10).size() == 1);
    });
}

TEST_CASE("a choice is good for its own search alone, and one that the page has not given makes no file") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send(site, site.world, "anna@x.se", "Fler bussar.");
        send(site, site.world, "bo@x.se", "Fler bilar.");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto form = file_form(sent(site, search_for(site, leader, "anna@x.se"), leader));
        const auto later = file_form(sent(site, search_for(site, leader, "anna@x.se"), leader));

        for (const auto* forged : {"inspel/2/own", "participant/1/own", "staff/1/own", "inspel/1/own", "x"}) {
            auto with_more = form;
            with_more.fields.emplace_back("rad-9", forged);
            CHECK(sent(site, with_more, leader).status == 404);
        }
        auto about_another = form;
        set(about_another, "epost", "bo@x.se");
        CHECK(sent(site, about_another, leader).status == 404);
        auto of_another_search = later;
        set(of_another_search, "rad-0", std::string{form.value_of("rad-0")});
        CHECK(sent(site, of_another_search, leader).status == 404);
        CHECK(store::extract_uses(*database.db, site.world.revision.id, 10).size() == 2);
        const auto file = sent(site, form, leader);
        CHECK(contains(file, "Fler bussar."));
        CHECK_FALSE(contains(file, "Fler bilar."));
    });
}

TEST_CASE("a file is made of a search for a day, and no longer") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        ExtractUse typed;
        typed.case_number = "RS/413/2026";
        typed.reason = "Begäran i brev";
        const auto search =
            database.act(world.revision, [&](auto& act) { return app::note_person_search(act, typed); });
        REQUIRE(search);
        const auto is_noted = [&] {
            return database
                .act(world.revision,
                    [&](auto& act) {
                        return app::note_person_extract(act, search->id, 1, std::string(64, 'a'));
                    })
                .has_value();
        };

        database.now += std::chrono::hours{24};
        CHECK(is_noted());
        database.now += std::chrono::minutes{1};
        CHECK_FALSE(is_noted());
    });
}

TEST_CASE("what was found and taken out is kept nowhere: sent again it is made, and noted, again") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        send(site, site.world, "anna@x.se", "Fler bussar.");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto form = file_form(sent(site, search_for(site, leader, "anna@x.se"), leader));

        CHECK(contains(sent(site, form, leader), "Fler bussar."));
        CHECK(contains(sent(site, form, leader), "Fler bussar."));
        CHECK(store::extract_uses(*database.db, site.world.revision.id, 10).size() == 3);
    });
}

TEST_CASE("without a case, a reason or anything to look for the form comes back, and nothing is searched") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        auto form = search_for(site, leader, "");
        CHECK(sent(site, form, leader).status == 422);
        form = search_for(site, leader, "anna@x.se");
        set(form, "diarienummer", "utan nummer");
        const auto refused = sent(site, form, leader);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "anna@x.se"));
        form = search_for(site, leader, "anna@x.se");
        set(form, "skal", " ");
        CHECK(sent(site, form, leader).status == 422);
        form = search_for(site, leader, "", "A");
        CHECK(sent(site, form, leader).status == 422);
        CHECK(store::extract_uses(*database.db, site.world.revision.id, 10).empty());
    });
}

TEST_CASE("what the link of a party leads to may be several people's, and is not surely the person's") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto refs = app::rows_of_code(*database.db, app::link_of(sent.party(), secret), secret);
        REQUIRE(refs.size() == 1);
        CHECK(refs.front().table == "party");
        CHECK(refs.front().share == store::PersonRef::Share::mention);
    });
}

TEST_CASE("hostile words are looked for and shown as words") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        detail::on_sqlite([&](TestDatabase& database) {
            TestSite site{database};
            send(site, site.world, text + "@x.se", text + " Anna Ek");
            const auto leader = site.session(Role::process_leader, site.world.revision);
            const auto found = sent(site, search_for(site, leader, text, "Anna Ek"), leader);
            CHECK(what_is_wrong_with(found.body) == "");
            auto form = file_form(found);
            REQUIRE(form.has("rad-0"));
            set(form, "rad-0", choice_of(found, "inspel/1/own"));
            const auto file = sent(site, form, leader);
            CHECK(file.status == 200);
            CHECK(contains(file, "Anna Ek"));
            CHECK(what_is_wrong_with(file.body) == "style; ");  // of its own, since it stands by itself
        });
    }
}
