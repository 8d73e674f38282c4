#pragma once

#include "domain/site/process.hpp"

namespace medskapa {

/// What whoever runs the site says about it: who they are, how they are reached, and what the law asks every
/// public site to say (2018:1937, GDPR article 13, RFC 9116). Empty: nobody has filled it in yet. What was
/// written before stays as earlier rows.
struct SiteDescription {
    /// How far the site meets the law on accessibility, in the words of the law's own regulation.
    enum class Compliance { unstated, full, partial, none };

    Id<SiteDescription> id;
    std::string owner;  // "Region Tjärnlandet"
    std::string organisation_number;
    std::string postal_address;  // lines
    std::string phone;
    Localized hours;  // when somebody answers
    std::string email;
    std::string registrar_email;
    std::string registrar_phone;
    Localized controller;          // of personal data: a board, as a rule
    std::string protection_email;  // of the data protection officer
    std::string protection_phone;
    Localized legal_ground;
    Localized retention;  // how long things are kept, with the number of the decision on it
    Compliance compliance = Compliance::unstated;
    std::optional<Day> examined_on;
    Localized examined_how;
    Localized lacks;               // Markdown: what is not accessible, and why
    std::string security_contact;  // an e-mail address or an https address
    Instant written_at;

    /// Whether nobody has examined the site during the last twelve months.
    bool is_examined_too_long_ago(Day today) const;
    /// Whether it was written so long ago that the day until which security.txt is good is near, or past.
    bool is_old(Instant now) const;
};
template <>
inline constexpr auto names_of<SiteDescription::Compliance> = names<SiteDescription::Compliance>({
    {SiteDescription::Compliance::unstated, "unstated", N_("Not yet assessed")},
    {SiteDescription::Compliance::full, "full", N_("Fully compliant")},
    {SiteDescription::Compliance::partial, "partial", N_("Partly compliant")},
    {SiteDescription::Compliance::none, "none", N_("Not compliant")},
});

/// How long after it was written a description is good: RFC 9116 asks for a year at most.
inline constexpr std::chrono::days description_lasts{365};

/// The page that a setting stands on.
enum class LawPage { contact, personal_data, accessibility, security };

/// One thing that is filled in. Form, check, pages and warnings follow from the list of them.
struct SiteSetting {
    enum class Shape { line, lines, email, email_or_https };

    std::string_view name;  // in the form
    LawPage page;
    std::string SiteDescription::*line;
    Localized SiteDescription::*words;  // one of the two is null
    Shape shape;
    const char* label;
    const char* hint = "";
};
inline constexpr SiteSetting site_settings[]{
    {"agare", LawPage::contact, &SiteDescription::owner, nullptr, SiteSetting::Shape::line,
        N_("Who runs the site"), N_("The name of the region")},
    {"orgnummer", LawPage::contact, &SiteDescription::organisation_number, nullptr, SiteSetting::Shape::line,
        N_("Organisation number")},
    {"postadress", LawPage::contact, &SiteDescription::postal_address, nullptr, SiteSetting::Shape::lines,
        N_("Postal address"), N_("As on an envelope, a line for each")},
    {"telefon", LawPage::contact, &SiteDescription::phone, nullptr, SiteSetting::Shape::line,
        N_("Telephone")},
    {"tider", LawPage::contact, nullptr, &SiteDescription::hours, SiteSetting::Shape::line,
        N_("When somebody answers"), N_("For example: weekdays 8–16")},
    {"epost", LawPage::contact, &SiteDescription::email, nullptr, SiteSetting::Shape::email, N_("E-mail")},
    {"registrator-epost", LawPage::contact, &SiteDescription::registrar_email, nullptr,
        SiteSetting::Shape::email, N_("The registrar's e-mail"), N_("Where people ask for public documents")},
    {"registrator-telefon", LawPage::contact, &SiteDescription::registrar_phone, nullptr,
        SiteSetting::Shape::line, N_("The registrar's telephone")},
    {"ansvarig", LawPage::personal_data, nullptr, &SiteDescription::controller, SiteSetting::Shape::line,
        N_("Controller of personal data"), N_("The board that is responsible, and its region")},
    {"ombud-epost", LawPage::personal_data, &SiteDescription::protection_email, nullptr,
        SiteSetting::Shape::email, N_("The data protection officer's e-mail")},
    {"ombud-telefon", LawPage::personal_data, &SiteDescription::protection_phone, nullptr,
        SiteSetting::Shape::line, N_("The data protection officer's telephone")},
    {"grund", LawPage::personal_data, nullptr, &SiteDescription::legal_ground, SiteSetting::Shape::lines,
        N_("Legal ground"), N_("The task of public interest, and the act that gives it")},
    {"gallring", LawPage::personal_data, nullptr, &SiteDescription::retention, SiteSetting::Shape::lines,
        N_("How long things are kept"), N_("The plan that decides it, with its case number")},
    {"provat", LawPage::accessibility, nullptr, &SiteDescription::examined_how, SiteSetting::Shape::lines,
        N_("How accessibility was examined"), N_("By whom, and with which aids")},
    {"brister", LawPage::accessibility, nullptr, &SiteDescription::lacks, SiteSetting::Shape::lines,
        N_("What is not accessible"),
        N_("One shortcoming on each line that begins with a hyphen: what, why, and when it will be fixed")},
    {"sakerhet", LawPage::security, &SiteDescription::security_contact, nullptr,
        SiteSetting::Shape::email_or_https, N_("Whom to tell about a security fault"),
        N_("An e-mail address, or a page that begins with https://")},
};

bool is_filled(const SiteDescription&, const SiteSetting&);
/// The labels of all that nobody has filled in, in the order of the form; those of one page where it is
/// named.
std::vector<const char*> missing_settings(const SiteDescription&, std::optional<LawPage> = {});

/// Refuses addresses that cannot be written to and texts that are too long, all at once.
Result<SiteDescription> checked(SiteDescription);

/// Somebody says what they could not use on the site.
struct LackReport {
    Id<LackReport> id;
    std::string text;
    std::string contact;  // e-mail or telephone, if the sender wants an answer
    Instant received_at;
    std::optional<Instant> closed_at;
};
/// Refuses one without words, or with too many.
Result<LackReport> checked(LackReport);

}  // namespace medskapa
