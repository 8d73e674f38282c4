#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>

/// A new site, until everybody can read it.
namespace medskapa {

/// What is asked while it is set up, in this order.
enum class SetupQuestion { region, leader, mail, decision, contact };
template <>
inline constexpr auto names_of<SetupQuestion> = names<SetupQuestion>({
    {SetupQuestion::region, "region", N_("The region and its logotype")},
    {SetupQuestion::leader, "ledare", N_("Who leads the work")},
    {SetupQuestion::mail, "mejl", N_("E-mail from the site")},
    {SetupQuestion::decision, "beslut", N_("What is to be decided")},
    {SetupQuestion::contact, "kontakt", N_("Whom people can ask")},
});

/// What has been answered so far. None of it is true of the site before set_up() has used it up.
struct SetupDraft {
    enum class Mail { unsaid, test, later };

    Id<SetupDraft> id = {};
    std::string owner = {};  // the region
    std::string leader_name = {};
    std::string leader_email = {};
    Mail mail = Mail::unsaid;
    std::string process_name = {};
    std::string slug = {};
    std::string decided = {};
    std::string decided_by = {};
    std::string contact_role = {};
    std::string contact_phone = {};
    std::string contact_email = {};
    Instant kept_at = {};
};
template <>
inline constexpr auto names_of<SetupDraft::Mail> = names<SetupDraft::Mail>({
    {SetupDraft::Mail::unsaid, "unsaid", N_("Not answered yet")},
    {SetupDraft::Mail::test, "test", N_("Send me a test when the five questions are answered")},
    {SetupDraft::Mail::later, "later", N_("The mail server is named later")},
});

/// Since when the site is being prepared, and since when everybody can read it.
struct SiteOpening {
    Id<SiteOpening> id = {};
    Instant begun_at = {};
    std::optional<Instant> opened_at = {};
};

}  // namespace medskapa
