#include "domain/site/process.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_reason = 300;

bool is_longer(const Localized& words, std::size_t characters) {
    const auto texts = words.texts();
    return std::any_of(texts.begin(), texts.end(),
        [&](const Localized::Text& text) { return text::length(text.second) > characters; });
}

void require_title(Complaints& complaints, Localized& title) {
    title.change_each([](const std::string& words) { return text::one_line(words); });
    if (title.empty()) complaints.push_back({Field::title, N_("Write a title")});
    if (is_longer(title, longest_title))
        complaints.push_back(
            {Field::title, N_("Write a title of at most {} characters"), {std::to_string(longest_title)}});
}

void limit_text(Complaints& complaints, Localized& content) {
    content.change_each([](const std::string& words) { return text::trimmed(text::cleaned(words)); });
    if (is_longer(content, longest_text))
        complaints.push_back(
            {Field::text, N_("Write at most {} characters"), {std::to_string(longest_text)}});
}

void require_slug(Complaints& complaints, std::string_view slug) {
    if (!is_slug(slug))
        complaints.push_back(
            {Field::address, N_("Write an address of small letters a–z, digits and hyphens")});
}

void require_order(
    Complaints& complaints, Field field, const std::optional<Day>& first, const std::optional<Day>& last) {
    if (first && last && *last < *first)
        complaints.push_back({field, N_("Choose a last day that is not before the first")});
}

void require_links(Complaints& complaints, std::vector<EventDocument>& documents) {
    for (auto& document : documents) {
        document.title = text::one_line(document.title);
        document.href = text::one_line(document.href);
        if (document.title.empty() || !document.href.starts_with("https://"))
            complaints.push_back(
                {Field::documents, N_("Write a name and an address that begins with https:// on each line")});
    }
}

template <class T>
Result<T> unless(const Complaints& complaints, T&& checked) {
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return std::forward<T>(checked);
}

}  // namespace

bool is_slug(std::string_view s) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return s.size() >= 2 && s.size() <= 60 && std::all_of(s.begin(), s.end(), fits);
}

std::string slug_of(std::string_view title) {
    std::string slug;
    const auto lower = text::lower(title);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto two = lower.substr(i, 2);
        const bool is_plain = (lower[i] >= 'a' && lower[i] <= 'z') || (lower[i] >= '0' && lower[i] <= '9');
        if (two == "å" || two == "ä" || two == "ö") {
            slug += two == "ö" ? 'o' : 'a';
            ++i;
        } else if (is_plain) {
            slug += lower[i];
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug.substr(0, 60);
}

Step::State Step::state(Day today) const {
    if (period.ends && *period.ends < today) return State::done;
    if (!withdrawn && period.starts && *period.starts <= today) return State::now;
    return State::ahead;
}

Result<Process> checked(Process process) {
    Complaints complaints;
    require_slug(complaints, process.slug);
    require_title(complaints, process.name);
    for (auto* words : {&process.tagline, &process.question, &process.summary, &process.decided,
             &process.decided_by, &process.law, &process.method, &process.handling, &process.contact_role})
        limit_text(complaints, *words);
    if (process.contact_email.find('@') == std::string::npos)
        complaints.push_back(
            {Field::email, N_("Write an e-mail address with @, for example name@example.org")});
    return unless(complaints, std::move(process));
}

Result<Step> checked(Step step) {
    Complaints complaints;
    require_title(complaints, step.title);
    limit_text(complaints, step.text);
    require_order(complaints, Field::ends, step.period.starts, step.period.ends);
    return unless(complaints, std::move(step));
}

Result<Activity> checked(Activity activity) {
    Complaints complaints;
    require_slug(complaints, activity.slug);
    require_title(complaints, activity.title);
    limit_text(complaints, activity.text);
    require_order(complaints, Field::closes, activity.opens, activity.closes);
    return unless(complaints, std::move(activity));
}

Result<Event> checked(Event event) {
    Complaints complaints;
    require_title(complaints, event.title);
    limit_text(complaints, event.text);
    limit_text(complaints, event.programme);
    event.notes = text::trimmed(text::cleaned(event.notes));
    require_links(complaints, event.documents);
    event.place = text::one_line(event.place);
    if (event.ends < event.starts)
        complaints.push_back({Field::ends, N_("Choose an end that is not before the beginning")});
    return unless(complaints, std::move(event));
}

Result<NewsItem> checked(NewsItem item) {
    Complaints complaints;
    require_title(complaints, item.title);
    limit_text(complaints, item.text);
    if (item.text.empty()) complaints.push_back({Field::text, N_("Write the news. A sentence is enough")});
    return unless(complaints, std::move(item));
}

Result<Body> checked(Body body) {
    Complaints complaints;
    require_slug(complaints, body.slug);
    require_title(complaints, body.title);
    return unless(complaints, std::move(body));
}

Result<Withdrawal> checked(Withdrawal w) {
    w.reason = text::one_line(text::cleaned(w.reason));
    if (w.reason.empty())
        return refuse(Failure::Kind::invalid, {{Field::reason, N_("Write why, for everybody to read")}});
    if (text::length(w.reason) > longest_reason)
        return refuse(
            Failure::Kind::invalid, {{Field::reason, N_("Write at most {} characters"), {longest_reason}}});
    return w;
}

}  // namespace medskapa
