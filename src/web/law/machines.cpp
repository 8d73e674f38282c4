#include "domain/document/document.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/plan/plan_store.hpp"
#include "store/priority/priority_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/checklist/addresses.hpp"
#include "web/correction/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/law/addresses.hpp"
#include "web/law/pages.hpp"
#include "web/log/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/plan/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/swot/addresses.hpp"
#include "web/ui/assets.hpp"

/// What is read by programs.
namespace medskapa::web::law {
namespace {

constexpr std::size_t most_addresses = 50'000;  // in one sitemap
constexpr int inspel_at_a_time = 1000;

Response file(std::string content_type, std::string body) {
    Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    response.headers.emplace_back("Cache-Control", "public, max-age=0, must-revalidate");
    return response;
}

std::string as_contact(const std::string& address) {
    return address.starts_with("https://") ? address : "mailto:" + address;
}

/// Whom a finder of a fault can reach: who is named for it, or else whoever answers questions.
std::string security_contact(sql::Connection& db, const SiteDescription& description) {
    if (!description.security_contact.empty()) return description.security_contact;
    if (!description.email.empty()) return description.email;
    const auto processes = store::processes(db);
    return processes.empty() ? std::string{} : processes.front().contact_email;
}

/// The addresses of a sitemap, as many as it may have.
class Addresses {
public:
    explicit Addresses(const Visit& visit) : visit_{visit} {}

    template <class... Values>
    void add(AddressWith<sizeof...(Values)> address, const Values&... values) {
        if (count_++ >= most_addresses) return;
        all_ += html("\n  <url><loc>{}{}</loc></url>", visit_.site.base_url, path_to(address, values...));
    }
    bool is_full() const { return count_ >= most_addresses; }
    const Html& all() const { return all_; }

private:
    const Visit& visit_;
    std::size_t count_ = 0;
    Html all_;
};

void add_site(Addresses& to, sql::Connection& db, const Process& process) {
    const auto& slug = process.slug;
    to.add(address::start_page, slug);
    to.add(address::about_page, slug);
    to.add(address::activities_page, slug);
    to.add(address::news_page, slug);
    to.add(address::calendar_page, slug);
    to.add(address::organisation_page, slug);
    to.add(address::inspel_list, slug);
    to.add(address::changes_page, slug);
    to.add(address::decisions_page, slug);
    to.add(address::corrections_page, slug);
    for (const auto& step : store::steps_of(db, process.id)) to.add(address::step_page, slug, step.number);
    for (const auto& activity : store::activities_of(db, process.id))
        to.add(address::activity_page, slug, activity.slug);
    for (const auto& event : store::events_of(db, process.id))
        to.add(address::event_page, slug, event.id.value);
    for (const auto& decision : store::decisions_of(db, process.id))
        to.add(address::decision_page, slug, decision.number);
}

void add_region(Addresses& to, sql::Connection& db, const Process& process) {
    const auto& slug = process.slug;
    to.add(address::conditions_page, slug);
    to.add(address::swot_page, slug);
    to.add(address::priorities_page, slug);
    to.add(address::checklists_page, slug);
    to.add(address::plan_page, slug);
    to.add(address::assessments_page, slug);
    for (const auto& run : store::runs_of(db, process.id)) to.add(address::run_page, slug, run.number);
    for (const auto& dataset : store::datasets_shown_in(db, process.id))
        to.add(address::dataset_page, slug, dataset.number);
    for (const auto& item : store::published_swot_of(db, process.id))
        to.add(address::swot_item_page, slug, item.number);
    for (const auto& one : store::assessments_of(db, process.id))
        to.add(address::assessment_page, slug, one.number);
    for (const auto& one : store::published_plans(db, process.id))
        to.add(address::plan_edition_page, slug, one.edition);
    for (const auto& one : store::priorities_of(db, process.id))
        to.add(address::priority_page, slug, one.number);
}

void add_text(Addresses& to, sql::Connection& db, const Process& process) {
    to.add(address::documents_page, process.slug);
    for (const auto& document : store::documents_of(db, process.id)) {
        const auto newest = store::newest_frozen(db, document.id);
        if (!newest) continue;
        to.add(address::document_page, process.slug, document.code);
        for (const auto& line : store::lines_of(db, newest->id))
            to.add(address::paragraph_page, process.slug, line.node.code);
    }
}

void add_inspel(Addresses& to, sql::Connection& db, const Process& process) {
    Id<Inspel> after;
    while (!to.is_full()) {
        const auto some = store::published_inspel(db, process.id, after, inspel_at_a_time);
        for (const auto& inspel : some) to.add(address::inspel_page, process.slug, inspel.number);
        if (some.size() < static_cast<std::size_t>(inspel_at_a_time)) return;
        after = some.back().id;
    }
}

}  // namespace

Response security(const Visit& visit) {
    const auto description = store::site_description(visit.db);
    const auto contact = security_contact(visit.db, description);
    std::string text;
    if (description.security_contact.empty())
        text +=
            "# Nobody is named for security faults yet. Write to whoever answers questions about the site.\n";
    if (!contact.empty()) text += "Contact: " + as_contact(contact) + "\n";
    const auto from = description.id ? description.written_at : visit.now;
    text += "Expires: " + time::iso(from + description_lasts) + "\n";
    text += "Preferred-Languages: sv, en\n";
    text += "Canonical: " + visit.site.base_url + path_to(address::security_text) + "\n";
    return file("text/plain; charset=utf-8", text);
}

Response robots(const Visit& visit) {
    std::string text =
        "# The pages are public, and no secret. What is left out here is the staff's, made anew for each "
        "question\n"
        "# or of no use in an index. Every address that lasts stands in the sitemap.\n"
        "User-agent: *\n";
    for (const auto* left_out : {"*/handlaggning", "*/jamfor", "*/kvittens", "*/kvitton", "*/anmalan",
             "*/inspel/nytt", "*/remiss/svar/", "*/remiss/utkast/", "*/remiss/godkannande/", "*/besked/",
             "sok", "en/sok", "kontrollera", "konto", "inloggning", "installation", "logg/tile/", "*?"})
        text += std::string{"Disallow: /"} + left_out + "\n";
    text += "Allow: /*?efter=\n\nSitemap: " + visit.site.base_url + path_to(address::sitemap) + "\n";
    return file("text/plain; charset=utf-8", text);
}

Response sitemap(const Visit& visit) {
    Addresses addresses{visit};
    addresses.add(address::front_page);
    addresses.add(address::contact_page);
    addresses.add(address::accessibility_page);
    addresses.add(address::personal_data_page);
    addresses.add(address::cookies_page);
    addresses.add(address::conduct_page);
    addresses.add(address::log_page);
    const auto processes = store::processes(visit.db);
    for (const auto& process : processes) add_site(addresses, visit.db, process);
    for (const auto& process : processes) add_region(addresses, visit.db, process);
    for (const auto& process : processes) add_text(addresses, visit.db, process);
    for (const auto& process : processes) add_inspel(addresses, visit.db, process);
    const auto map = html(R"(<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}
</urlset>
)",
        addresses.all());
    return file("application/xml; charset=utf-8", map.markup());
}

Response icon(const Visit&) {
    const auto asset = find_asset(asset_href("favicon.ico"));
    Response response;
    response.content_type = std::string{asset->content_type};
    response.unchanging_body = asset->bytes;
    response.headers.emplace_back("Cache-Control", "public, max-age=86400");
    return response;
}

}  // namespace medskapa::web::law
