#include "support/forms.hpp"

#include "app/inspel/redaction.hpp"
#include "store/log/log_store.hpp"

#include <map>

using namespace example;
using web::http::Method;

namespace {

const std::string site_root = "/processer/rus-2050";
const std::string desk = site_root + "/handlaggning";

/// The content world with something in every queue, and the pages of the staff's that are not routes' alone.
struct Staffed {
    TestSite site;
    SiteContent content;
    std::string session;
    std::string colleague;

    explicit Staffed(TestDatabase& database)
        : site{database},
          content{fill(site, "Ord som står här")},
          session{site.session(Role::process_leader, site.world.revision)},
          colleague{site.session(Role::process_leader, site.world.revision)} {
        const auto declined = detail::send(site, "Avvisat inspel", "avvisat").number;
        detail::must(site, [&](auto& act) {
            return app::decline_inspel(act, declined, "off_topic", "Det gäller något annat.");
        });
        declined_ = declined;
        const auto inspel = store::inspel_numbered(*database.db, site.world.revision.id, content.published);
        const auto second = store::issues_of(*database.db, inspel->id).back();
        detail::must(
            site, [&](auto& act) { return app::answer_issue(act, second.id, "noterat", "Ett svar", {}); });
        const auto other = detail::send(site, "Ett till. En fråga.", "till").number;
        detail::must(site, [&](auto& act) { return app::publish_inspel(act, other); });
        detail::must(site, [&](auto& act) {
            return app::split_inspel(act, other, {"Ett till.", "", "", "", {}}, today);
        });
        open_ = other;
    }

    std::vector<std::string> pages() const {
        std::vector<std::string> all;
        for (const auto& route : site.router.routes())
            if (route.method == Method::get &&
                route.address.pattern().find("/handlaggning") != std::string::npos)
                all.push_back(address_in(content, route.address));
        for (const auto number : {content.received, declined_, open_, content.answer})
            all.push_back(desk + "/inspel/" + std::to_string(number));
        for (const auto* query : {"?synpunkt=1", "?synpunkt=2"})
            all.push_back(desk + "/inspel/" + std::to_string(content.published) + query);
        all.push_back(desk + "/pastaenden/rosta?las=1");
        for (const auto* new_one : {"steg", "aktivitet", "kalender", "nyheter", "organ"})
            all.push_back(desk + "/webbplats/" + std::string{new_one} + "/ny");
        return all;
    }

    std::string body_of(const std::string& page) const {
        const auto mark = page.find('?');
        web::http::Fields query;
        if (mark != page.npos) {
            const auto equals = page.find('=', mark);
            query = {{page.substr(mark + 1, equals - mark - 1), page.substr(equals + 1)}};
        }
        return site.get(page, session, query).body;
    }

    /// Every form of the staff's pages, one for each address that it is sent to.
    std::map<std::string, PageForm> forms() const {
        std::map<std::string, PageForm> found;
        for (const auto& page : pages())
            for (auto& form : forms_in(body_of(page))) found.emplace(form.action, std::move(form));
        return found;
    }

    std::int64_t log_size() const { return store::log_size(*site.database.db); }
    web::Response colleague_sends(const PageForm& form) const {
        return site.post_as_it_is(form.action, colleague, form.fields);
    }
    web::Response send(const PageForm& form) const {
        return site.post_as_it_is(form.action, session, form.fields);
    }

private:
    int declined_ = 0;
    int open_ = 0;
};

/// With words where a form asks for some and has none.
PageForm filled(PageForm form) {
    const std::map<std::string_view, const char*> words{{"titel", "Titel"}, {"text", "Ord nog"},
        {"rubrik", "Rubrik"}, {"skal", "Därför att"}, {"svar", "Ett annat svar"}, {"utfall", "delvis"},
        {"andringsskal", "Vi läste igen"}, {"andring", "1"}, {"namn", "Ny"}, {"epost", "ny@example.org"},
        {"roll", "viewer"}, {"nytt", "Ett nytt stycke"}, {"forst", "Första"}, {"sedan", "Andra"},
        {"tillsammans", "Allt"}, {"pastaende", "Vi behöver fler bänkar"}, {"citat", "En fråga"},
        {"passage", "Ord"}, {"maskskal", "namn"}, {"grund", "off_topic"}, {"slag", "municipality"},
        {"motpart", "Byn"}, {"borjar", "2026-06-01T10:00"}, {"slutar", "2026-06-01T12:00"},
        {"beslut", "RS/1"}, {"niva", "unpublished"}, {"rattsgrund", "consent"}, {"beslutat", "2026-05-14"},
        {"paragraf", "§ 1"}, {"diarienummer", "RS/1"}};
    for (auto& [name, value] : form.fields)
        if (const auto known = words.find(name); value.empty() && known != words.end()) value = known->second;
    return form;
}

/// Forms that need not say what their page showed, by the ends of their addresses.
const std::map<std::string_view, const char*> say_nothing_of_what_stands{
    {"/utloggning", "it is about the session"},
    {"/textblock", "it adds a block"},
    {"/oppning/oppna", "the site is opened once"},
    {"/oppning/testmejl", "it adds a mail"},
    {"/handlaggning/driften", "it asks for another examination"},
    {"/handlaggning/lista", "each row that is chosen says how it stood"},
    {"/lista/{act}/angra", "what has been changed since the act is left alone"},
    {"/handlaggning/filter", "it adds a filter"},
    {"/filter/{filter}/borttagning", "a filter never changes"},
    {"/utkast/borttagning", "a draft is its writer's alone"},
    {"/textblock/{block}/borttagning", "the words of a block never change"},
    {"/inspel/{number}/synpunkter", "a quote that stands no more is refused as one"},
    {"/inspel/{number}/maskning", "it masks what stands, and is refused where that does not"},
    {"/webbplats/hinder/{report}/klart", "a report is closed once"},
    {"/skriv-in", "it adds an inspel"},
    {"/inlasning", "it adds inspel"},
    {"/remiss", "it sends a new one"},
    {"/remiss/{referral}/parter", "it adds a party"},
    {"/remiss/{referral}/parter/inlasning", "it adds parties"},
    {"/organisationer/inlasning", "it adds organisations"},
    {"/remiss/{referral}/svar", "it adds an answer"},
    {"/texter", "it begins a text"},
    {"/underlag/data/{dataset}/korning", "it adds a run"},
    {"/underlag/korningar/{run}/omkorning", "it adds a run where the result is another"},
    {"/underlag/korningar/{run}/borttagning", "a run never changes, and is taken away once"},
    {"/underlag/korningar/{run}/hanvisning", "it adds a citation of what never changes"},
    {"/prioriteringar/{priority}/hanvisning", "it adds a citation of what never changes"},
    {"/prioriteringar/{priority}/mote", "it adds a meeting"},
    {"/swot/{swot}/hanvisning", "it adds a citation of what never changes"},
    {"/swot/{swot}/underlag", "it adds something to rest on"},
    {"/bedomningar/{assessment}/stycken", "it adds a paragraph"},
    {"/handlaggning/plan/utkast", "it begins a draft, and there is one at most"},
    {"/vagning/{weighing}/inbjudan", "it adds an invitation"},
    {"/paneler/{panel}/inbjudan", "it adds an invitation"},
    {"/texter/{document}/inlasning",
        "it shows what a file would change; then it says what it was held against"},
    {"/texter/{document}/{node}/nytt", "it adds a paragraph"},
    {"/texter/{document}/{node}/rubrik", "it adds a heading"},
    {"/steg/{step}/aterkallelse", "a step is withdrawn once, and its words stay"},
    {"/aktiviteter/{activity}/aterkallelse", "an activity is withdrawn once, and its words stay"},
    {"/kalender/{event}/aterkallelse", "an event is called off once, and its words stay"},
    {"/nyheter/{item}/aterkallelse", "a news item is withdrawn once"},
    {"/organisation/{body}/platser", "it adds a seat"},
    {"/organisation/{body}/platser/{seat}/slut", "a seat ends once"},
    {"/registerutdrag", "it looks for somebody, and changes nothing"},
    {"/personal", "it gives a role"},
    {"/personal/{member}/borttagning", "it takes the role that there is"},
    {"/pastaenden/{activity}", "it adds a statement"},
    {"/pastaenden/{activity}/{number}/inspel", "an inspel is made of it once"},
    {"/konsultation/{consultation}/handelser", "it adds what happened"},
    {"/comments.csv", "it fetches what there is"},
    {"/votes.csv", "it fetches what there is"},
    {"/participants-votes.csv", "it fetches what there is"},
    {"/personal/{member}/inloggningslank", "it makes a link"},
};

bool says_nothing(const TestSite& site, std::string_view action) {
    const auto path = action.substr(0, action.find('?'));
    for (const auto& route : site.router.routes()) {
        if (route.method != Method::post || !fits(route.address.pattern(), path)) continue;
        for (const auto& [end, why] : say_nothing_of_what_stands)
            if (std::string_view{route.address.pattern()}.ends_with(end)) return true;
        return false;
    }
    return false;
}

}  // namespace

TEST_CASE("every form of the staff's has a key") {
    detail::on_sqlite([](TestDatabase& database) {
        const Staffed staffed{database};
        const auto forms = staffed.forms();
        CHECK(forms.size() > 40);
        for (const auto& [action, form] : forms) {
            CAPTURE(action);
            CHECK_FALSE(form.value_of("nyckel").empty());
        }
    });
}

TEST_CASE("a form that is sent twice is done once, and answered twice alike") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        int done = 0;
        for (const auto& [action, form] : staffed.forms()) {
            if (action.ends_with("/utloggning")) continue;
            if (action.ends_with("/registerutdrag")) continue;  // what it shows is kept nowhere
            CAPTURE(action);
            const auto sent = filled(form);
            const auto before = staffed.log_size();
            const auto first = staffed.send(sent);
            const auto after = staffed.log_size();
            const auto second = staffed.send(sent);
            CHECK(staffed.log_size() == after);
            CHECK(first.status < 500);
            if (after == before) continue;
            ++done;
            CHECK(second.status == first.status);
            CHECK(second.headers == first.headers);
        }
        CHECK(done > 20);
    });
}

TEST_CASE("a form whose page shows something else than what stands is refused with what was typed") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        int refused = 0;
        for (const auto& [action, form] : staffed.forms()) {
            if (!form.has(web::seen_name)) continue;
            CAPTURE(action);
            auto old = filled(form);
            for (auto& [name, value] : old.fields) {
                if (name == web::seen_name) value.back() = value.back() == '0' ? '1' : '0';
                if (name == "skal" || name == "svar" || name == "visad-text" || name == "tillsammans")
                    value = "Mina egna ord <b>";
            }
            const auto before = staffed.log_size();
            const auto response = staffed.send(old);
            CHECK(staffed.log_size() == before);
            if (response.status == 422) continue;
            CHECK(response.status == 409);
            ++refused;
            for (const auto& [name, value] : old.fields)
                if (value == "Mina egna ord <b>") CHECK(contains(response, "Mina egna ord &lt;b&gt;"));
        }
        CHECK(refused > 15);
    });
}

TEST_CASE("a form of the staff's that decides about what stands says what its page showed") {
    detail::on_sqlite([](TestDatabase& database) {
        const Staffed staffed{database};
        for (const auto& [action, form] : staffed.forms()) {
            if (says_nothing(staffed.site, action)) continue;
            CAPTURE(action);
            CHECK((form.has(web::seen_name) || form.has("sett")));
        }
    });
}

TEST_CASE("what stands can be compared with what was typed, and then saved over it") {
    on_each_database([](TestDatabase& database) {
        Staffed staffed{database};
        const auto page = desk + "/inspel/" + std::to_string(staffed.content.published);
        auto mine = form_to(staffed.body_of(page), "/kopia");
        set(mine, "visad-text", "Ord som står här och Per Olovsson\n\nEn fråga till");
        detail::must(staffed.site, [&](auto& act) {
            return app::redact(act, staffed.content.published, {"står", "verb"});
        });
        const auto refused = staffed.send(mine);
        REQUIRE(refused.status == 409);
        CHECK(contains(refused, "Per Olovsson"));
        CHECK(contains(refused, "[maskat: verb]"));
        const auto again = form_to(refused.body, "/kopia");
        CHECK(again.value_of("visad-text") == mine.value_of("visad-text"));
        CHECK(again.value_of("nyckel") != mine.value_of("nyckel"));
    });
}

TEST_CASE("a form that comes back, as with a text block in it, still knows what its first page showed") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        const auto page = desk + "/inspel/" + std::to_string(staffed.content.published) + "?synpunkt=2";
        const auto mine = form_to(staffed.body_of(page), "/svar");
        auto theirs = mine;
        set(theirs, "svar", "Kollegans svar");
        REQUIRE(staffed.colleague_sends(theirs).status == 303);

        auto with_block = mine;
        set(with_block, "svar", "Mitt svar");
        const auto blocks = store::text_blocks_of(*database.db, staffed.site.world.revision.id);
        set(with_block, "textblock", std::to_string(blocks.front().id.value));
        const auto shown = staffed.send(with_block);
        REQUIRE(shown.status == 200);
        auto again = form_to(shown.body, "/svar");
        const auto refused = staffed.send(again);
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Mitt svar"));
        CHECK(contains(refused, "Kollegans svar"));
    });
}

namespace {

/// The forms of a paragraph that change where it stands, by what their address ends with.
std::map<std::string, PageForm> tools_on(const std::string& page) {
    std::map<std::string, PageForm> tools;
    for (const auto* tool : {"delning", "sammanslagning", "flytt", "borttagning"})
        for (auto& form : forms_in(page))
            if (form.action.ends_with(tool)) tools.emplace(tool, form);
    return tools;
}

}  // namespace

TEST_CASE(
    "two colleagues at one paragraph: splitting, joining, moving and removing need the words that stand") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        const auto page = desk + "/texter/RUS/RUS-p1";
        auto mine = tools_on(staffed.body_of(page));
        auto theirs = form_to(staffed.body_of(page), "/RUS-p1");
        set(theirs, "text", "Kollegans ord");
        set(theirs, "skal", "Tydligare");
        REQUIRE(staffed.colleague_sends(theirs).status == 303);
        CHECK(mine.size() >= 3);
        for (auto& [tool, form] : mine) {
            CAPTURE(tool);
            auto sent = filled(form);
            set(sent, "skal", "Mitt eget skäl");
            const auto refused = staffed.send(sent);
            CHECK(refused.status == 409);
            CHECK(contains(refused, "Mitt eget skäl"));
            CHECK(contains(refused, "Kollegans ord"));
        }
    });
}

TEST_CASE("two colleagues at one statement and one published answer: the second is asked") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        const auto statements = staffed.body_of(desk + "/pastaenden/rosta");
        const auto answers =
            staffed.body_of(desk + "/inspel/" + std::to_string(staffed.content.published) + "?synpunkt=1");
        for (const auto& [page, end] : {std::pair{statements, "/beslut"}, {answers, "/svar/andring"}}) {
            CAPTURE(end);
            const auto mine = filled(form_to(page, end));
            auto theirs = mine;
            set(theirs, "beslut", "accepted");
            set(theirs, "svar", "Kollegans svar");
            REQUIRE(staffed.colleague_sends(theirs).status == 303);
            CHECK(staffed.send(mine).status == 409);
        }
    });
}

namespace {

/// All but what belongs to the page and not to who typed.
void check_typed_again(const PageForm& sent, const PageForm& again) {
    for (const auto& [name, value] : sent.fields)
        if (name != "nyckel" && name != web::seen_name) CHECK(again.value_of(name) == value);
}

}  // namespace

TEST_CASE(
    "who forgets a reason finds all that was typed in the form that was sent, and the complaint at its "
    "field") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        for (const auto& form : forms_in(staffed.body_of(desk + "/texter/RUS/RUS-p1"))) {
            if (!form.has("skal") || form.has("text")) continue;
            CAPTURE(form.action);
            auto sent = filled(form);
            set(sent, "skal", "");
            set(sent, "synpunkter", "");
            std::erase_if(sent.fields, [](const auto& field) { return field.first == "synpunkt"; });
            const auto refused = staffed.send(sent);
            REQUIRE(refused.status == 422);
            for (const auto& again : forms_in(refused.body))
                if (again.action == form.action) check_typed_again(sent, again);
            CHECK(contains(refused, "href=\"#skal\""));
            CHECK(contains(refused, "id=\"skal\""));
        }
    });
}

TEST_CASE("who is signed in no longer gets what they typed back, and can send it when they have signed in") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        const auto page = desk + "/inspel/" + std::to_string(staffed.content.published);
        auto mine = form_to(staffed.body_of(page), "/kopia");
        set(mine, "visad-rubrik", "En halvtimmes arbete");
        auto lost = staffed.site.request(Method::post, mine.action);
        lost.form = mine.fields;
        lost.form.emplace_back("bevis", staffed.site.csrf(staffed.session));
        const auto refused = staffed.site.answer(lost);
        CHECK(refused.status == 403);
        CHECK(contains(refused, "En halvtimmes arbete"));

        auto again = staffed.site.request(Method::post, mine.action);
        again.headers["cookie"] = "ms=" + staffed.colleague;
        again.form = form_to(refused.body, "/kopia").fields;
        again.form.emplace_back("bevis", staffed.site.csrf(staffed.session));
        const auto asked = staffed.site.answer(again);
        CHECK(asked.status == 403);
        CHECK(contains(asked, "En halvtimmes arbete"));
        auto sent = form_to(asked.body, "/kopia");
        CHECK(staffed.site.post_as_it_is(sent.action, staffed.colleague, sent.fields).status == 303);
        const auto now =
            store::inspel_numbered(*database.db, staffed.site.world.revision.id, staffed.content.published);
        CHECK(now->shown_title == "En halvtimmes arbete");
    });
}

TEST_CASE("what is sent about a thing that is gone is given back") {
    on_each_database([](TestDatabase& database) {
        const Staffed staffed{database};
        const auto response = staffed.site.post(desk + "/inspel/99/kopia", staffed.session,
            {{"visad-rubrik", "Hela min rubrik"}, {"visad-text", "Hela min text."}});
        CHECK(response.status == 404);
        CHECK(contains(response, "Hela min text."));
        CHECK(contains(response, "Hela min rubrik"));
    });
}
