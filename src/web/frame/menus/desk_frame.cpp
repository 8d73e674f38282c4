#include "web/frame/menus/menus.hpp"

#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/report_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/opening_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/checklist/addresses.hpp"
#include "web/conversation/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/inspel/addresses.hpp"
#include "web/issue/addresses.hpp"
#include "web/law/addresses.hpp"
#include "web/log/addresses.hpp"
#include "web/mail/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/organisation/addresses.hpp"
#include "web/own_page/addresses.hpp"
#include "web/panel/addresses.hpp"
#include "web/plan/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/retention/addresses.hpp"
#include "web/search/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/swot/addresses.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/keys.hpp"

namespace medskapa::web {
namespace {

/// What is the reader's own, beside the menu.
Html own_links(const Visit& visit) {
    const auto& words = visit.words;
    const auto site = html("<a href=\"{}\">{}</a>", visit.href(address::start_page), words("To the site"));
    if (!visit.signed_in) return html("<div class=\"me\">{}</div>", site);
    return html(
        "<div class=\"me\">{site} <a href=\"{account}\">{own}</a> <form method=\"post\" "
        "action=\"{action}\">{guard}{submit}</form></div>",
        "site"_a = site, "account"_a = visit.href(address::own_account), "own"_a = words("Your account"),
        "action"_a = visit.href(address::sign_out), "guard"_a = form_guard(visit, ""),
        "submit"_a = ui::submit(words("Sign out"), ui::Weight::small));
}

/// Every key of the desk, opened by "?".
Html all_keys(const Words& words) {
    return ui::all_keys(words("All keys"),
        {{"J", words("next row or sentence")}, {"K", words("previous row or sentence")},
            {"X", words("choose")}, {"Shift X", words("choose to here")}, {"A", words("choose the page")},
            {"Enter", words("open")}, {"P", words("publish")},
            {"M", words("mask what was found, and publish")}, {"G", words("join in a group")},
            {"T", words("assign")}, {"H", words("the whole is one")}, {"N", words("mark and next")},
            {"R", words("the rest is none")}, {"1 2 3 4", words("outcome")}, {"B", words("text block")},
            {"S", words("write")}, {"Ctrl Enter", words("save and go to the next")}, {"Z", words("undo")},
            {"/", words("search")}},
        words("Keys work outside fields. Esc leaves a field."));
}

std::string with_count(const std::string& place, std::int64_t waiting) {
    return waiting == 0 ? place : place + " (" + std::to_string(waiting) + ")";
}

/// What those who may describe the site have to do there: answer reports, and fill in what the law asks for.
std::int64_t waiting_for_site(const Visit& visit) {
    if (!authorize(visit.actor(), Action::describe_site, visit.process->id)) return 0;
    const auto description = store::site_description(visit.db);
    const bool is_to_be_filled = !missing_settings(description).empty() || description.is_old(visit.now) ||
                                 description.is_examined_too_long_ago(visit.today());
    return store::open_lack_reports(visit.db) + (is_to_be_filled ? 1 : 0);
}

std::int64_t reported_and_appealed(const Visit& visit) {
    return store::count_reported_things(visit.db, visit.process->id) +
           store::count_waiting_appeals(visit.db, visit.process->id);
}

/// "To review (160)", where something waits.
std::string with_count(const std::string& place, const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? place : with_count(place, found->second);
}

/// The desk's places, those that the reader may come to.
class DeskMenu {
public:
    DeskMenu(const Visit& visit, std::string_view current) : visit_{visit}, current_{current} {}

    std::vector<ui::NavItem> items() {
        offer_queues();
        offer_reception();
        offer_basis();
        offer_text();
        offer_site();
        return std::move(items_);
    }

private:
    void offer(Action action, AddressBelow<0> address, const char* place, const std::string& text) {
        if (visit_.signed_in && authorize(visit_.signed_in->actor, action, visit_.process->id))
            items_.push_back({visit_.href(address), text, mark(place, current_), group_});
    }

    /// Where something waits to be done.
    void offer_queues() {
        const auto& words = visit_.words;
        const auto desk = store::tally_of(visit_.db, visit_.process->id, store::Counter::desk);
        const auto states = store::tally_of(visit_.db, visit_.process->id, store::Counter::state);
        offer(Action::read_desk, address::desk_list, "lista", words("The list"));
        offer(Action::read_desk, address::to_answer, "",
            with_count(words("To answer"), desk, name_of(store::Waiting::unanswered)));
        offer(Action::read_desk, address::to_review, "granska",
            with_count(words("To review"), states, "received"));
        offer(Action::moderate_inspel, address::reported_things, "anmalt",
            with_count(words("Reported"), reported_and_appealed(visit_)));
        offer(Action::moderate_inspel, address::own_requests, "begaran",
            with_count(words("Requests"), store::waiting_own_requests(visit_.db, visit_.process->id)));
        offer(Action::read_desk, address::to_split, "dela", words("To split"));
        offer(Action::read_desk, address::held_answers, "svar",
            with_count(words("To publish"), desk, name_of(store::Waiting::held)));
    }

    void offer_reception() {
        const auto& words = visit_.words;
        group_ = words("Receive");
        offer(Action::enter_inspel, address::enter_inspel, "skriv-in", words("Register"));
        offer(Action::enter_inspel, address::import_inspel, "inlasning", words("Import from a file"));
        offer(Action::read_desk, address::desk_conversations, "pastaenden", words("Statements"));
        offer(Action::read_desk, address::text_blocks, "textblock", words("Text blocks"));
        offer(Action::read_desk, address::mail_page, "mejl", words("Mail"));
    }

    void offer_basis() {
        const auto& words = visit_.words;
        group_ = words("Basis");
        offer(Action::edit_text, address::statistics_desk, "underlag", words("Evidence"));
        offer(Action::edit_text, address::desk_swot, "swot", words("SWOT"));
        offer(Action::edit_text, address::desk_priorities, "prioriteringar", words("Priorities"));
        offer(Action::edit_text, address::desk_panels, "paneler", words("Panels"));
        offer(Action::edit_text, address::desk_checklists, "krav", words("Requirements"));
        offer(Action::edit_text, address::desk_assessments, "bedomningar", words("Impact assessments"));
    }

    void offer_text() {
        const auto& words = visit_.words;
        group_ = words("Text");
        offer(Action::edit_text, address::desk_plan, "plan", words("Plan for participation"));
        offer(Action::edit_text, address::drafts_page, "texter", words("Texts"));
        offer(Action::read_desk, address::referrals_page, "remiss", words("Formal consultation"));
        offer(Action::keep_organisations, address::desk_organisations, "organisationer",
            words("Organisations"));
        offer(Action::read_desk, address::missing_page, "saknas", words("Still to answer"));
        offer(Action::decide, address::desk_decisions, "beslut", words("Decisions"));
    }

    void offer_site() {
        const auto& words = visit_.words;
        const auto waiting = waiting_for_site(visit_);
        group_ = with_count(words("Administration"), waiting);
        offer(Action::read_desk, address::desk_progress, "laget", words("Progress"));
        if (store::is_closed_to_visitors(visit_.db))
            offer(Action::describe_site, address::opening_page, "oppning", words("Before the opening"));
        offer(Action::edit_site, address::edit_site, "webbplats", with_count(words("The site"), waiting));
        offer(Action::manage_users, address::staff_page, "personal", words("Staff"));
        offer(Action::describe_site, address::health_page, "driften", words("Operations"));
        offer(Action::extract_person, address::person_extract, "registerutdrag", words("Register extract"));
        offer(Action::erase, address::retention_page, "gallring", words("Retention"));
    }

    const Visit& visit_;
    std::string_view current_;
    std::string group_ = {};
    std::vector<ui::NavItem> items_;
};

}  // namespace

ui::Page desk_page(const Visit& visit, std::string title, Html body, std::string_view current) {
    const auto& words = visit.words;
    ui::Page page{.title = std::move(title), .body = html("{}{}{}", flash(visit), body, all_keys(words))};
    page.is_desk = true;
    page.languages = language_links(visit);
    page.nav = DeskMenu{visit, current}.items();
    page.after_nav = own_links(visit);
    page.name = words("The desk");
    const auto role = visit.signed_in ? visit.signed_in->user.name : std::string{};
    page.tagline = visit.in(visit.process->name) + (role.empty() ? "" : " · " + role);
    page.home = visit.href(address::to_answer);
    page.note = html(
        "{}", words("What you do here is written in the open log with your role, never with your name."));
    return page;
}

}  // namespace medskapa::web
