#pragma once

#include "support/conversations.hpp"
#include "support/referral.hpp"
#include "support/visits.hpp"

#include "app/checklist/judgement.hpp"
#include "app/decision/completeness.hpp"
#include "app/decision/decision.hpp"
#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/inspel/files.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/refusing.hpp"
#include "app/issue/issues.hpp"
#include "app/mail/following.hpp"
#include "app/mail/mail.hpp"
#include "app/moderation/reports.hpp"
#include "app/organisation/mandate.hpp"
#include "app/organisation/organisation.hpp"
#include "app/priority/priority.hpp"
#include "app/priority/weighing.hpp"
#include "app/site/release.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/run.hpp"
#include "app/swot/swot.hpp"
#include "base/text.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "store/site/site_store.hpp"

#include <gumbo.h>
#include <set>

/// The small world with something on every page, and pages seen as a browser sees them.
namespace example {

/// The process with the same words in every field that people can write in.
struct SiteContent {
    Step step;
    Event event;
    NewsItem item;
    Body body;
    int published = 0;  // an inspel with an answered and an unanswered issue
    int received = 0;   // one that waits for review
    std::string code;   // of the published one
    int answer = 0;     // an answer to a referral, published, with a file that is shown
    std::string party;  // the link of one that was asked
    std::string draft;  // the writer's link to an answer that waits, with a file
    std::string approval;
    std::string entries;       // the log's newest file of entries, below /logg/tile/
    std::string rules;         // the file of the rules in force, below /regler/
    std::string follower;      // the link of somebody who follows the process
    std::string report;        // the code of a report that waits
    std::string weigher;       // the link of an organisation that was invited to weigh
    std::string organisation;  // one that was asked for an answer, and that the published inspel speaks for
    std::string speaker;       // the link by which it answers who speaks for it
    std::string mandate;       // that it has confirmed
};

namespace detail {

template <class Verb>
auto must(TestSite& site, Verb verb) {
    return site.database.act(site.world.revision, std::move(verb)).value();
}

void fill_site(TestSite&, const std::string& text, SiteContent&);
void fill_desk(TestSite&, const std::string& text, SiteContent&);
/// An inspel with two files; `key`: of the form it comes with.
app::Receipt send(TestSite&, const std::string& text, const std::string& key);
std::string attribute(const GumboNode&, const char* name);
bool has(const GumboNode&, const char* name);
/// Adds what a browser would send of the controls in the node; `inside`: it stands in a form.
void gather(const GumboNode&, bool inside, web::http::Fields&);

}  // namespace detail

/// Puts the text in every field of the site.
SiteContent fill(TestSite&, const std::string& text);

/// Whether the activity in the address is the one with statements.
bool is_about_statements(std::string_view pattern);
/// An address that fits the pattern, of the things in the content world.
std::string address_in(const SiteContent&, const Address&);

/// What a browser would send of the page's forms as they stand, without the session's token.
web::http::Fields fields_in(const std::string& page);
/// What the page holds that none of our pages may: comments, inline script or style, foreign frames, ways to
/// elsewhere than https, mail and telephone. Empty when all is well.
std::string what_is_wrong_with(const std::string& page);

}  // namespace example
