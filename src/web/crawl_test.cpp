#include "app/document/document.hpp"
#include "support/pages.hpp"
#include "web/http/target.hpp"

#include <deque>
#include <set>

/// How much of the site a robot finds that follows every link.
using namespace example;

namespace {

struct Rule {
    std::string pattern;
    bool allows = false;
};

/// The rules for everybody of RFC 9309.
std::vector<Rule> rules_in(const std::string& robots) {
    std::vector<Rule> rules;
    for (const auto& line : text::split(robots, '\n'))
        for (const auto& [start, allows] : {std::pair{"Disallow: ", false}, {"Allow: ", true}})
            if (line.starts_with(start))
                rules.push_back({line.substr(std::string_view{start}.size()), allows});
    return rules;
}

/// Whether the address begins as the pattern says, where '*' stands for anything.
bool matches(std::string_view pattern, std::string_view address) {
    const auto star = pattern.find('*');
    if (!address.starts_with(pattern.substr(0, star))) return false;
    if (star == pattern.npos) return true;
    for (auto at = star; at <= address.size(); ++at)
        if (matches(pattern.substr(star + 1), address.substr(at))) return true;
    return false;
}

/// The longest pattern that fits decides.
bool may_fetch(const std::vector<Rule>& rules, std::string_view address) {
    const Rule* longest = nullptr;
    for (const auto& rule : rules)
        if (matches(rule.pattern, address) &&
            (longest == nullptr || rule.pattern.size() > longest->pattern.size()))
            longest = &rule;
    return longest == nullptr || longest->allows;
}

enum class Heeds { nofollow, nofollow_and_robots };

void add_links(const GumboNode& node, std::vector<std::string>& links) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    if (node.v.element.tag == GUMBO_TAG_A) {
        const auto href = detail::attribute(node, "href");
        const bool is_followed = detail::attribute(node, "rel").find("nofollow") == std::string::npos;
        if (is_followed && href.starts_with('/')) links.push_back(href.substr(0, href.find('#')));
    }
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        add_links(*static_cast<GumboNode*>(children.data[i]), links);
}

std::vector<std::string> links_in(const std::string& page) {
    std::vector<std::string> links;
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    add_links(*parsed->root, links);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    return links;
}

web::Response fetch(const TestSite& site, const std::string& address) {
    const auto mark = address.find('?');
    auto asked = site.request(web::http::Method::get, address);
    if (mark != address.npos) asked.query = web::http::fields_of(address.substr(mark + 1), 100).value();
    return site.answer(asked);
}

/// Every address that links lead to from the front page.
std::set<std::string> reachable(const TestSite& site, Heeds heeds) {
    const auto rules = rules_in(site.get("/robots.txt").body);
    std::set<std::string> known{"/"};
    std::deque<std::string> waiting{"/"};
    while (!waiting.empty()) {
        const auto page = fetch(site, waiting.front());
        waiting.pop_front();
        if (page.status != 200 || !page.content_type.starts_with("text/html")) continue;
        for (const auto& link : links_in(page.body)) {
            if (heeds == Heeds::nofollow_and_robots && !may_fetch(rules, link)) continue;
            if (known.insert(link).second) waiting.push_back(link);
        }
    }
    return known;
}

void add_inspel(TestSite& site, int count) {
    for (int i = 0; i < count; ++i) {
        const auto number = detail::send(site, "Fler bussar. Tåg också.", hex(random_bytes(8))).number;
        detail::must(site, [&](auto& act) { return app::publish_inspel(act, number); });
        const auto issue = detail::must(site, [&](auto& act) {
            return app::split_inspel(act, number, {"Fler bussar.", "", "", "", {}}, today);
        });
        detail::must(
            site, [&](auto& act) { return app::answer_issue(act, issue.id, "noterat", "Tack.", {}); });
    }
    detail::must(site, [&](auto& act) { return app::publish_answers(act, {}); });
}

void add_document(TestSite& site, const std::string& code, int paragraphs, int versions) {
    Lines lines{{{{}, Node::Kind::section, Node::Type::text, code}, 1, {}, "Rubrik"}};
    for (int i = 1; i <= paragraphs; ++i)
        lines.push_back({{{}, Node::Kind::paragraph, Node::Type::text, code + "-p" + std::to_string(i)}, 1,
            {}, "Stycke " + std::to_string(i)});
    const auto document = detail::must(site, [&](auto& act) {
        return app::open_document(act, {{}, {}, {}, code, code}, lines);
    });
    for (int version = 1; version <= versions; ++version) {
        detail::must(
            site, [&](auto& act) { return app::freeze(act, document, Version::Kind::referral, code); });
        const auto draft =
            store::lines_of(*site.database.db, store::draft_of(*site.database.db, document.id).id);
        for (std::size_t i = 1; i < draft.size(); ++i)
            detail::must(site, [&](auto& act) {
                return app::edit_words(act, document,
                    {draft[i].node.id, draft[i].revision, draft[i].text + " igen", {{}, "Tydligare"}});
            });
    }
}

}  // namespace

TEST_CASE("robots.txt is read as its standard says") {
    const auto rules = rules_in("Disallow: /*/desk\nDisallow: /*?\nAllow: /*?after=\n");
    CHECK(may_fetch(rules, "/a/b"));
    CHECK_FALSE(may_fetch(rules, "/a/desk/1"));
    CHECK_FALSE(may_fetch(rules, "/a?q=1"));
    CHECK(may_fetch(rules, "/a?after=1"));
}

TEST_CASE("a robot that follows every link finds at most twenty addresses for each inspel or paragraph") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto before = reachable(site, Heeds::nofollow);
        constexpr int inspel = 60;
        add_inspel(site, inspel);
        const auto with_inspel = reachable(site, Heeds::nofollow);
        const auto each_inspel = static_cast<double>(with_inspel.size() - before.size()) / inspel;
        MESSAGE("addresses for each inspel: " << each_inspel);
        CHECK(each_inspel <= 20);

        constexpr int paragraphs = 30;
        constexpr int versions = 5;
        add_document(site, "PLAN", paragraphs, versions);
        const auto with_text = reachable(site, Heeds::nofollow);
        const auto each_paragraph = static_cast<double>(with_text.size() - with_inspel.size()) / paragraphs;
        MESSAGE("addresses for each paragraph in five versions: " << each_paragraph);
        CHECK(each_paragraph <= 20);
        std::size_t comparisons = 0;
        for (const auto& address : with_text)
            if (address.find("/dokument/PLAN/jamfor?") != std::string::npos && !address.starts_with("/en/"))
                ++comparisons;
        CHECK(comparisons <= 4 * 4);  // each with the one before it, in parts and as files
    });
}

TEST_CASE("a robot that heeds robots.txt finds no page of the staff's, no receipt and no search") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        for (const auto& address : reachable(site, Heeds::nofollow_and_robots))
            for (const auto* part : {"handlaggning", "kvittens", "/sok", "jamfor", "inloggning", "?q="}) {
                CAPTURE(address);
                CHECK(address.find(part) == std::string::npos);
            }
    });
}
