#pragma once

#include "domain/site/appearance.hpp"
#include "domain/site/description.hpp"
#include "domain/site/logotype.hpp"
#include "store/sql/columns.hpp"

/// The columns of the site: see sql/columns.hpp. All of it but what people report is written for everybody to
/// read.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::fixed_within;
using sql::key;

inline constexpr auto installation = sql::table<"installation">({
    {"only_one", internal},
    {"identity", internal},
    {"secret_digest", internal},
});

/// Each row is what was said from then on.
inline constexpr auto site_description = sql::table<"site_description", SiteDescription>({
    {"id", open, key<&SiteDescription::id>},
    {"owner", open, fixed<&SiteDescription::owner>},
    {"organisation_number", open, fixed<&SiteDescription::organisation_number>},
    {"postal_address", open, fixed<&SiteDescription::postal_address>},
    {"phone", open, fixed<&SiteDescription::phone>},
    {"hours", open, fixed<&SiteDescription::hours>},
    {"email", open, fixed<&SiteDescription::email>},
    {"registrar_email", open, fixed<&SiteDescription::registrar_email>},
    {"registrar_phone", open, fixed<&SiteDescription::registrar_phone>},
    {"controller", open, fixed<&SiteDescription::controller>},
    {"protection_email", open, fixed<&SiteDescription::protection_email>},
    {"protection_phone", open, fixed<&SiteDescription::protection_phone>},
    {"legal_ground", open, fixed<&SiteDescription::legal_ground>},
    {"retention", open, fixed<&SiteDescription::retention>},
    {"compliance", open, fixed<&SiteDescription::compliance>},
    {"examined_on", open, fixed<&SiteDescription::examined_on>},
    {"examined_how", open, fixed<&SiteDescription::examined_how>},
    {"lacks", open, fixed<&SiteDescription::lacks>},
    {"security_contact", open, fixed<&SiteDescription::security_contact>},
    {"written_at", open, fixed<&SiteDescription::written_at>},
});

/// Each row is how the site looked from then on.
inline constexpr auto site_appearance = sql::table<"site_appearance", SiteAppearance>({
    {"id", open, key<&SiteAppearance::id>},
    {"brand", open, fixed<&SiteAppearance::brand>},
    {"link", open, fixed<&SiteAppearance::link>},
    {"accent", open, fixed<&SiteAppearance::accent>},
    {"landscape", open, fixed<&SiteAppearance::landscape>},
    {"written_at", open, fixed<&SiteAppearance::written_at>},
});

/// Each row is the mark that stood from then on.
inline constexpr auto site_logotype = sql::table<"site_logotype", SiteLogotype>({
    {"id", open, key<&SiteLogotype::id>},
    {"digest", open, fixed<&SiteLogotype::picture, &KeptPicture::digest>},
    {"format", open, fixed<&SiteLogotype::picture, &KeptPicture::format>},
    {"width", open, fixed<&SiteLogotype::picture, &KeptPicture::width>},
    {"height", open, fixed<&SiteLogotype::picture, &KeptPicture::height>},
    {"written_at", open, fixed<&SiteLogotype::written_at>},
});
inline constexpr auto site_logotype_bytes = sql::table<"site_logotype_bytes">({
    {"logotype_id", internal},
    {"bytes", internal},
});

inline constexpr auto lack_report = sql::table<"lack_report", LackReport>({
    {"id", internal, key<&LackReport::id>},
    {"form_key", internal},
    {"text", personal, fixed<&LackReport::text>},
    {"contact", personal, changes<&LackReport::contact>},
    {"received_at", internal, fixed<&LackReport::received_at>},
    {"closed_at", internal, changes<&LackReport::closed_at>},
});

inline constexpr auto process = sql::table<"process", Process>({
    {"id", open, key<&Process::id>},
    {"slug", open, fixed<&Process::slug>},
    {"name", open, changes<&Process::name>},
    {"tagline", open, changes<&Process::tagline>},
    {"question", open, changes<&Process::question>},
    {"summary", open, changes<&Process::summary>},
    {"decided", open, changes<&Process::decided>},
    {"decided_by", open, changes<&Process::decided_by>},
    {"law", open, changes<&Process::law>},
    {"method", open, changes<&Process::method>},
    {"handling", open, changes<&Process::handling>},
    {"hashtag", open, changes<&Process::hashtag>},
    {"contact_role", open, changes<&Process::contact_role>},
    {"contact_email", open, changes<&Process::contact_email>},
    {"contact_phone", open, changes<&Process::contact_phone>},
    {"is_example", open, fixed<&Process::is_example>},
    {"answer_days", open, changes<&Process::answer_days>},
    {"languages", open, changes<&Process::languages>},
    {"takes_files", open},
});

inline constexpr auto process_fact = sql::table<"process_fact", Fact>({
    {"process_id", open},
    {"position", open},
    {"question", open, fixed<&Fact::question>},
    {"answer", open, fixed<&Fact::answer>},
});

inline constexpr auto step = sql::table<"step", Step>({
    {"id", open, key<&Step::id>},
    {"process_id", open, fixed<&Step::process>},
    {"number", open, fixed<&Step::number>},
    {"title", open, changes<&Step::title>},
    {"text", open, changes<&Step::text>},
    {"starts", open, changes<&Step::period, &Period::starts>},
    {"ends", open, changes<&Step::period, &Period::ends>},
    {"precision_", open, changes<&Step::period, &Period::precision>},
    {"changed_at", open, changes<&Step::changed, &DateChange::at>},
    {"was_starts", open, changes<&Step::changed, &DateChange::was, &Period::starts>},
    {"was_ends", open, changes<&Step::changed, &DateChange::was, &Period::ends>},
    {"was_precision", open, changes<&Step::changed, &DateChange::was, &Period::precision>},
    {"withdrawn_at", open, fixed<&Step::withdrawn, &Withdrawal::at>},
    {"withdrawn_why", open, fixed_within<&Step::withdrawn, &Withdrawal::reason>},
});

inline constexpr auto activity = sql::table<"activity", Activity>({
    {"id", open, key<&Activity::id>},
    {"process_id", open, fixed<&Activity::process>},
    {"step_id", open, changes<&Activity::step>},
    {"slug", open, fixed<&Activity::slug>},
    {"kind", open, changes<&Activity::kind>},
    {"title", open, changes<&Activity::title>},
    {"text", open, changes<&Activity::text>},
    {"opens", open, changes<&Activity::opens>},
    {"closes", open, changes<&Activity::closes>},
    {"changed_at", open, changes<&Activity::changed, &DateChange::at>},
    {"was_opens", open, changes<&Activity::changed, &DateChange::was, &Period::starts>},
    {"was_closes", open, changes<&Activity::changed, &DateChange::was, &Period::ends>},
    {"withdrawn_at", open, fixed<&Activity::withdrawn, &Withdrawal::at>},
    {"withdrawn_why", open, fixed_within<&Activity::withdrawn, &Withdrawal::reason>},
});

inline constexpr auto event = sql::table<"event", Event>({
    {"id", open, key<&Event::id>},
    {"process_id", open, fixed<&Event::process>},
    {"starts", open, changes<&Event::starts>},
    {"ends", open, changes<&Event::ends>},
    {"title", open, changes<&Event::title>},
    {"place", open, changes<&Event::place>},
    {"text", open, changes<&Event::text>},
    {"programme", open, changes<&Event::programme>},
    {"notes", open, changes<&Event::notes>},
    {"needs_registration", open, changes<&Event::needs_registration>},
    {"revision", open, fixed<&Event::revision>},
    {"changed_at", open, changes<&Event::changed, &DateChange::at>},
    {"was_starts", open, changes<&Event::changed, &DateChange::was, &Period::starts>},
    {"was_ends", open, changes<&Event::changed, &DateChange::was, &Period::ends>},
    {"withdrawn_at", open, fixed<&Event::withdrawn, &Withdrawal::at>},
    {"withdrawn_why", open, fixed_within<&Event::withdrawn, &Withdrawal::reason>},
});

inline constexpr auto event_document = sql::table<"event_document", EventDocument>({
    {"process_id", open},
    {"event_id", open},
    {"position", open},
    {"title", open, fixed<&EventDocument::title>},
    {"href", open, fixed<&EventDocument::href>},
});

inline constexpr auto news = sql::table<"news", NewsItem>({
    {"id", open, key<&NewsItem::id>},
    {"process_id", open, fixed<&NewsItem::process>},
    {"day", open, fixed<&NewsItem::day>},
    {"title", open, changes<&NewsItem::title>},
    {"text", open, changes<&NewsItem::text>},
    {"withdrawn_at", open, fixed<&NewsItem::withdrawn, &Withdrawal::at>},
    {"withdrawn_why", open, fixed_within<&NewsItem::withdrawn, &Withdrawal::reason>},
});

inline constexpr auto body = sql::table<"body", Body>({
    {"id", open, key<&Body::id>},
    {"process_id", open, fixed<&Body::process>},
    {"slug", open, fixed<&Body::slug>},
    {"kind", open, changes<&Body::kind>},
    {"title", open, changes<&Body::title>},
});

inline constexpr auto seat = sql::table<"seat", Seat>({
    {"id", open, key<&Seat::id>},
    {"process_id", open},
    {"body_id", open},
    {"role", open, changes<&Seat::role>},
    {"organisation", open, changes<&Seat::organisation>},
    {"starts", open, changes<&Seat::from>},
    {"ends", open, changes<&Seat::to>},
});

inline constexpr auto topic = sql::table<"topic", Topic>({
    {"id", open, key<&Topic::id>},
    {"process_id", open},
    {"slug", open, fixed<&Topic::slug>},
    {"title", open, changes<&Topic::title>},
});

inline constexpr auto municipality = sql::table<"municipality", Municipality>({
    {"process_id", open},
    {"code", open, fixed<&Municipality::code>},
    {"name", open, changes<&Municipality::name>},
});

inline constexpr auto subject = sql::table<"subject", Subject>({
    {"id", open, sql::unread_key<Subject>},
    {"process_id", open},
    {"code", open, fixed<&Subject::key>},
    {"title", open, changes<&Subject::title>},
});

inline constexpr auto public_rules = sql::table<"public_rules">({
    {"digest", open},
    {"text", open},
});

}  // namespace medskapa::store::tables
