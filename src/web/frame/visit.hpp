#pragma once

#include "app/act/act.hpp"
#include "app/staff/staff.hpp"
#include "base/address.hpp"
#include "base/time.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/sql/version.hpp"
#include "store/sql/writer.hpp"
#include "web/frame/health_board.hpp"
#include "web/frame/sign_in/sign_in_door.hpp"
#include "web/http/message.hpp"
#include "web/ui/layout.hpp"
#include "web/words/words.hpp"

#include <map>
#include <memory>
#include <string>

namespace medskapa::store {
class CheckedLog;
}

namespace medskapa::web {

class SecurityNotes;

/// What the site runs on: the same for every request.
struct Site {
    sql::Writer& writer;
    const Clock& clock;
    std::function<Instant()> now;
    std::string secret;           // 32 bytes of this installation's own
    std::string base_url;         // "https://rus.example.org", without a slash at its end
    std::string log_folder = {};  // where the open log is published
    std::shared_ptr<const store::CheckedLog> log_files = {};  // the same, as it is given out
    std::shared_ptr<SignInDoor> door = std::make_shared<SignInDoor>();
    std::shared_ptr<HealthBoard> health = std::make_shared<HealthBoard>();
    std::shared_ptr<SecurityNotes> security = {};  // null: nothing is noted
    std::string mail_from = {};                    // the address that mail comes from; empty: none is sent
};

/// One request being answered: what was asked, by whom, when, and in which language. By the time a handler
/// sees it, the route's action has been permitted.
struct Visit {
    const Site& site;
    sql::Connection& db;
    const http::Request& request;
    const Words& words;
    Instant now;
    std::map<std::string, std::string, std::less<>> path;  // the named parts of the address
    std::optional<Process> process;                        // where the address names one
    std::optional<app::SignedIn> signed_in;
    std::string session;

    Actor actor() const { return signed_in ? signed_in->actor : Actor::anybody(); }
    Day today() const { return site.clock.day(now); }
    /// Words of a person for a page, marked where they are not in its language.
    std::string in(const Localized& text) const { return words.in(text); }
    /// href(address::inspel_page, 7): the address in the language of this page, with values for its holes;
    /// its process is the page's.
    template <class... Values>
    std::string href(AddressBelow<sizeof...(Values)> address, const Values&... values) const {
        if (!address.is_in_process()) return href(filled_path(address, {address_part(values)...}));
        return href(filled_path(address, {address_part(process->slug), address_part(values)...}));
    }
    /// The same in another process.
    template <class... Values>
    std::string href_in(
        const Process& other, AddressWith<1 + sizeof...(Values)> address, const Values&... values) const {
        return href(path_to(address, other.slug, values...));
    }
    /// An address of our own in the language of this page.
    std::string href(const std::string& path_from_root) const;
    std::string_view field(std::string_view name) const;
    std::string_view query(std::string_view name) const;
    std::vector<std::string> fields(std::string_view name) const;
    /// A whole number of the address or a form; nothing when it is not one that we could have written.
    static std::optional<int> number(std::string_view);

    /// Runs `verb(act)`, an act by this visitor in this process, and waits until it is durable. Throws
    /// app::SeenOtherwise, which the router catches, when the form's page showed something else than what
    /// stands there: see seen_field().
    template <class Verb>
    auto write(Verb verb) const {
        const auto showed = seen();
        return app::perform(
            site.writer, actor(), process.value_or(Process{}), std::move(verb), showed ? &*showed : nullptr);
    }
    /// What the form's page showed; nothing where no form of the staff's was sent.
    std::optional<app::Seen> seen() const;

    /// A key for one form: what was sent with it once is not taken twice. Signed, so that it is ours.
    std::string new_form_key() const;
    bool is_form_key(std::string_view) const;
    /// Proves that a form was made for this session.
    std::string csrf_token() const;
};

using http::Response;

Response page(const ui::Page&, const Visit&, int status = 200);
/// The frame of the process' public pages, with `current` marked in the menu.
ui::Page process_page(const Visit&, std::string title, Html body, std::string_view current);
/// The frame of the staff's pages.
ui::Page desk_page(const Visit&, std::string title, Html body, std::string_view current);
/// The frame of pages that belong to no process.
ui::Page site_page(const Visit&, std::string title, Html body);
Response see_other(const std::string& location);
Response not_stored(Response);
/// The page for a refusal that no form can mend. What was typed is on it. The only place where a refusal gets
/// its HTTP status.
Response problem(const Visit&, Failure::Kind);
int status_of(Failure::Kind);

/// A form's hidden fields: its key, and the session's token where there is a session. Every form of the
/// staff's has a key, also where none is given: see SentForms.
Html form_guard(const Visit&, const std::string& form_key);

/// Hidden in a form: what its page shows of a row that the form's verb demands to have been seen. A form that
/// comes back says what the page showed on which it was filled in.
Html seen_field(const Visit&, const sql::RowVersion&);
inline constexpr std::string_view seen_name = "visat";
/// The hidden fields of a form of the staff's whose verb demands that these were seen.
Html form_guard(const Visit&, const std::vector<sql::RowVersion>& seen);

/// What the server says by itself, in Swedish and without detail.
Response status_page(int status, const std::string& request_id);

}  // namespace medskapa::web
