#include "web/document/desk/grounds.hpp"

#include "base/text.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "web/ui/forms/field_names.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

constexpr int most_offered = 30;

struct Offered {
    std::string reference;  // "I-231.2"
    std::string title;
};

/// The issues of the inspel about this paragraph: what an editor most often has in mind.
std::vector<Offered> offered_issues(const Visit& visit, const Node& node) {
    std::vector<Offered> offered;
    for (const auto& origin : store::inspel_about(visit.db, visit.process->id, node.code, most_offered)) {
        const auto inspel = store::inspel_numbered(visit.db, visit.process->id, origin.number);
        for (const auto& issue : store::issues_of(visit.db, inspel->id))
            offered.push_back({fmt::format("I-{}.{}", origin.number, issue.position), issue.title});
    }
    return offered;
}

std::optional<Cause> cause_named(const Visit& visit, std::string_view reference) {
    if (reference.starts_with("I-") || reference.starts_with("i-")) reference.remove_prefix(2);
    const auto point = std::min(reference.find('.'), reference.size());
    const auto number = Visit::number(reference.substr(0, point));
    const auto inspel = number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!inspel) return std::nullopt;
    if (point == reference.size()) return Cause{Cause::Kind::inspel, inspel->id.value};
    const auto position = Visit::number(reference.substr(point + 1));
    for (const auto& issue : store::issues_of(visit.db, inspel->id))
        if (position && issue.position == *position) return Cause{Cause::Kind::issue, issue.id.value};
    return std::nullopt;
}

std::vector<std::string> typed_references(const Visit& visit) {
    auto references = visit.fields("synpunkt");
    for (const auto& reference : text::split(text::one_line(visit.field("synpunkter")), ' '))
        if (!reference.empty()) references.push_back(reference);
    return references;
}

Html offered_view(const Visit& visit, const Node& node, const std::string& prefix) {
    const auto offered = offered_issues(visit, node);
    if (offered.empty()) return {};
    const auto ticked = prefix.empty() ? visit.fields("synpunkt") : std::vector<std::string>{};
    int n = 0;
    return html(R"(<fieldset class="field"><legend>{}</legend>{}</fieldset>)",
        visit.words("Issues of the inspel about it"), each(offered, [&](const Offered& one) {
            const bool is_ticked = std::find(ticked.begin(), ticked.end(), one.reference) != ticked.end();
            return html(R"(
<label class="pick">
  <input type="checkbox" id="{prefix}synpunkt{n}" name="synpunkt" value="{reference}"{checked}>
  <span>{reference} {title}</span>
</label>)",
                "prefix"_a = prefix, "n"_a = ++n, "reference"_a = one.reference,
                "checked"_a = when(is_ticked, html(" checked")), "title"_a = one.title);
        }));
}

Html errors_of(const ui::Complaints& complaints, const char* field, const Words& words) {
    Html errors;
    for (const auto& complaint : complaints)
        if (ui::name_in_form(complaint.place) == field)
            errors += html(R"(<p class="error"><span class="vh">{} </span>{}</p>)", words("Error:"),
                words.complaint(complaint));
    return errors;
}

/// What was typed in the form that came back; the others of the page, with a prefix, are empty.
std::string_view typed_in(const Visit& visit, const std::string& prefix, const char* name) {
    return prefix.empty() ? visit.field(name) : std::string_view{};
}

Html others_field(const Visit& visit, const std::string& prefix, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<div class="field">
  <label for="{prefix}synpunkter">{others} <span class="meta">({optional})</span></label>
  <p class="hint">{hint}</p>
  {errors}
  <input id="{prefix}synpunkter" name="synpunkter" value="{references}">
</div>)",
        "prefix"_a = prefix, "others"_a = words("Other issues behind the change"),
        "optional"_a = words("optional"), "hint"_a = words("Their numbers: I-231.2 I-14.1"),
        "errors"_a = errors_of(complaints, "synpunkter", words),
        "references"_a = typed_in(visit, prefix, "synpunkter"));
}

Html reason_field(const Visit& visit, const std::string& prefix, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<div class="field">
  <label for="{prefix}skal">{why}</label>
  <p class="hint">{hint}</p>
  {errors}
  <textarea id="{prefix}skal" name="skal" rows="2">
{reason}</textarea>
</div>)",
        "prefix"_a = prefix, "why"_a = words("Why"),
        "hint"_a =
            words("Everybody can read it. Required when a version has been published and no issue is named."),
        "errors"_a = errors_of(complaints, "skal", words), "reason"_a = typed_in(visit, prefix, "skal"));
}

}  // namespace

Html grounds_fields(
    const Visit& visit, const Node& node, const std::string& prefix, const ui::Complaints& complaints) {
    return html("\n{}{}{}", offered_view(visit, node, prefix), others_field(visit, prefix, complaints),
        reason_field(visit, prefix, complaints));
}

Result<Grounds> typed_grounds(const Visit& visit) {
    Grounds grounds{{}, std::string{visit.field("skal")}};
    for (const auto& reference : typed_references(visit)) {
        const auto cause = cause_named(visit, reference);
        if (!cause)
            return refuse(Failure::Kind::invalid,
                {{"synpunkter", N_("There is no {}. Write the number as on the inspel's page"),
                    {reference}}});
        grounds.causes.push_back(*cause);
    }
    return grounds;
}

}  // namespace medskapa::web::document::desk
