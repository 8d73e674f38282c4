#include "domain/site/description.hpp"

#include "domain/field.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Shape = SiteSetting::Shape;

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_report = 5'000;
constexpr std::chrono::months examined_within{12};
constexpr std::chrono::days warned_before{30};

std::string tidied(const std::string& typed, Shape shape) {
    return shape == Shape::lines ? text::trimmed(text::cleaned(typed)) : text::one_line(typed);
}

bool can_be_written_to(const std::string& address) {
    const auto at = address.find('@');
    return at != std::string::npos && at > 0 && at + 1 < address.size() &&
           address.find_first_of(" <>\"") == std::string::npos;
}

const char* complaint_about(const std::string& typed, Shape shape) {
    if (typed.empty()) return nullptr;
    if (shape == Shape::email && !can_be_written_to(typed))
        return N_("Write an e-mail address with @, for example name@example.org");
    const bool is_page = typed.starts_with("https://") && typed.find_first_of(" <>\"") == std::string::npos;
    if (shape == Shape::email_or_https && !can_be_written_to(typed) && !is_page)
        return N_("Write an e-mail address, or an address that begins with https://");
    return nullptr;
}

void check(std::vector<Complaint>& complaints, const SiteSetting& setting, const std::string& typed) {
    const std::string name{setting.name};
    if (const auto* wrong = complaint_about(typed, setting.shape)) complaints.push_back({name, wrong});
    const auto most = setting.shape == Shape::lines ? longest_text : longest_line;
    if (text::length(typed) > most)
        complaints.push_back({name, N_("Write at most {} characters"), {std::to_string(most)}});
}

}  // namespace

bool SiteDescription::is_examined_too_long_ago(Day today) const {
    if (!examined_on) return true;
    const std::chrono::year_month_day date{std::chrono::sys_days{today.time_since_epoch()}};
    auto limit = date - examined_within;
    if (!limit.ok()) limit = limit.year() / limit.month() / std::chrono::last;
    return *examined_on < Day{std::chrono::sys_days{limit}.time_since_epoch()};
}

bool SiteDescription::is_old(Instant now) const {
    return id && written_at + description_lasts - warned_before <= now;
}

bool is_filled(const SiteDescription& description, const SiteSetting& setting) {
    return setting.line ? !(description.*setting.line).empty() : !(description.*setting.words).empty();
}

std::vector<const char*> missing_settings(const SiteDescription& description, std::optional<LawPage> page) {
    std::vector<const char*> missing;
    for (const auto& setting : site_settings)
        if ((!page || setting.page == *page) && !is_filled(description, setting))
            missing.push_back(setting.label);
    if (page && *page != LawPage::accessibility) return missing;
    if (description.compliance == SiteDescription::Compliance::unstated)
        missing.push_back(N_("How far the site meets the law on accessibility"));
    if (!description.examined_on) missing.push_back(N_("Day when accessibility was examined"));
    return missing;
}

Result<SiteDescription> checked(SiteDescription description) {
    std::vector<Complaint> complaints;
    for (const auto& setting : site_settings) {
        if (setting.line) {
            auto& line = description.*setting.line;
            line = tidied(line, setting.shape);
            check(complaints, setting, line);
            continue;
        }
        auto& words = description.*setting.words;
        words.change_each([&](const std::string& typed) { return tidied(typed, setting.shape); });
        for (const auto& [language, typed] : words.texts()) check(complaints, setting, typed);
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return description;
}

Result<LackReport> checked(LackReport report) {
    std::vector<Complaint> complaints;
    report.text = text::trimmed(text::cleaned(report.text));
    report.contact = text::one_line(report.contact);
    if (report.text.empty()) complaints.push_back({Field::text, N_("Write what you could not do")});
    if (text::length(report.text) > longest_report)
        complaints.push_back(
            {Field::text, N_("Write at most {} characters"), {std::to_string(longest_report)}});
    if (text::length(report.contact) > longest_line)
        complaints.push_back(
            {Field::contact, N_("Write at most {} characters"), {std::to_string(longest_line)}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return report;
}

}  // namespace medskapa
