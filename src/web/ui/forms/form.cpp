#include "web/ui/forms/form.hpp"

#include "base/time.hpp"
#include "web/ui/forms/field_names.hpp"
#include "web/ui/forms/files_field.hpp"

#include <algorithm>

namespace medskapa::web::ui {
namespace {

const Complaint* complaint_about(const std::string& field, const Complaints& complaints) {
    const auto mine = std::find_if(complaints.begin(), complaints.end(),
        [&](const Complaint& c) { return name_in_form(c.place) == field; });
    return mine == complaints.end() ? nullptr : &*mine;
}

/// The parts around a field that every kind of field shares.
struct Surroundings {
    Html wrong;  // class of the frame
    Html mark;   // (optional), after the label
    Html hint;
    Html error;
    Html described;  // attributes of the field itself
};

Html described_by(const Field& field, bool is_wrong) {
    if (field.hint.empty() && !is_wrong) return {};
    const auto ids = html("{}{}", when(!field.hint.empty(), html("{}-hjalp", field.name)),
        when(is_wrong, html("{}{}-fel", field.hint.empty() ? "" : " ", field.name)));
    return html(R"( aria-describedby="{}"{})", ids, when(is_wrong, html(R"( aria-invalid="true")")));
}

Surroundings surroundings(const Field& field, const Complaints& complaints, const Words& words) {
    const auto* complaint = complaint_about(field.name, complaints);
    Surroundings around;
    around.described = described_by(field, complaint != nullptr);
    if (field.is_optional) around.mark = html(R"( <span class="meta">({})</span>)", words("optional"));
    if (!field.hint.empty())
        around.hint = html(R"(
  <p class="hint" id="{}-hjalp">{}</p>)",
            field.name, field.hint);
    if (!complaint) return around;

    around.wrong = html(" wrong");
    around.error = html(R"(
  <p class="error" id="{}-fel"><span class="vh">{} </span>{}</p>)",
        field.name, words("Error:"), words.complaint(*complaint));
    return around;
}

Html framed(const Field& field, const Surroundings& around, const Html& control) {
    return html(R"(
<div class="field{wrong}">
  <label for="{name}">{label}{mark}</label>{hint}{error}
  {control}
</div>)",
        "wrong"_a = around.wrong, "name"_a = field.name, "label"_a = field.label, "mark"_a = around.mark,
        "hint"_a = around.hint, "error"_a = around.error, "control"_a = control);
}

Html group(const Surroundings& around, const Field& field, const Html& choices) {
    return html(R"(
<fieldset class="field{wrong}"{described}>
  <legend>{label}{mark}</legend>{hint}{error}{choices}
</fieldset>)",
        "wrong"_a = around.wrong, "described"_a = around.described, "label"_a = field.label,
        "mark"_a = around.mark, "hint"_a = around.hint, "error"_a = around.error, "choices"_a = choices);
}

Html autocomplete(const Field& field) {
    return field.autocomplete.empty() ? Html{} : html(R"( autocomplete="{}")", field.autocomplete);
}

Html required(const Field& field) {
    return when(!field.is_optional, html(" required"));
}

Html suggestions(const Field& field) {
    if (field.suggestions.empty()) return {};
    const auto options = each(field.suggestions,
        [](const std::string& value) { return html(R"(<option value="{}"></option>)", value); });
    return html(R"(<datalist id="{}-forslag">{}</datalist>)", field.name, options);
}

const char* type_of(Input input) {
    switch (input) {
        case Input::text: return "text";
        case Input::email: return "email";
        case Input::tel: return "tel";
        case Input::url: return "url";
        case Input::search: return "search";
        case Input::number: return "number";
        case Input::date: return "date";
        case Input::datetime: return "datetime-local";
        case Input::password: return "password";
        case Input::file: return "file";
    }
    return "text";
}

const char* class_of(Weight weight) {
    switch (weight) {
        case Weight::filled: return "btn";
        case Weight::quiet: return "btn quiet";
        case Weight::small: return "btn quiet small";
    }
    return "btn";
}

/// The summary's link leads to the group's name, which is therefore the first choice's id.
Html choice_id(const Field& field, std::size_t index) {
    return index == 0 ? html("{}", field.name) : html("{}-{}", field.name, index + 1);
}

}  // namespace

Html text_field(const Field& field, Input input, const Complaints& complaints, const Words& words) {
    const auto around = surroundings(field, complaints, words);
    const bool has_value = input != Input::file && input != Input::password && !field.value.empty();
    const auto more = html("{}{}{}", when(field.is_short, html(R"( class="w-short")")),
        when(!field.suggestions.empty(), html(R"( list="{}-forslag")", field.name)), around.described);
    return framed(field, around,
        html(
            R"(<input id="{name}" name="{name}" type="{type}"{value}{autocomplete}{required}{more}>{suggestions})",
            "name"_a = field.name, "type"_a = type_of(input),
            "value"_a = has_value ? html(R"( value="{}")", field.value) : Html{},
            "autocomplete"_a = autocomplete(field), "required"_a = required(field), "more"_a = more,
            "suggestions"_a = suggestions(field)));
}

Html files_field(const Field& field, const Html& more, const Complaints& complaints, const Words& words) {
    const auto around = surroundings(field, complaints, words);
    return framed(field, around,
        html(R"(<input id="{name}" name="{name}" type="file" multiple{more}{described}>)",
            "name"_a = field.name, "more"_a = more, "described"_a = around.described));
}

Html text_area(const Field& field, int rows, const Complaints& complaints, const Words& words) {
    const auto around = surroundings(field, complaints, words);
    // A browser drops the first line end inside a textarea, so one is written for it to drop.
    return framed(field, around,
        html(R"(<textarea id="{name}" name="{name}" rows="{rows}"{required}{described}>
{value}</textarea>)",
            "name"_a = field.name, "rows"_a = rows, "required"_a = required(field),
            "described"_a = around.described, "value"_a = field.value));
}

Html select(const Field& field, const std::vector<Choice>& choices, const Complaints& complaints,
    const Words& words) {
    const auto around = surroundings(field, complaints, words);
    const auto options = each(choices, [&](const Choice& choice) {
        return html(R"(
    <option value="{}"{}>{}</option>)",
            choice.value, when(choice.value == field.value, html(" selected")), choice.label);
    });
    return framed(field, around,
        html(R"(<select id="{name}" name="{name}"{short}{described}>{options}
  </select>)",
            "name"_a = field.name, "short"_a = when(field.is_short, html(R"( class="w-short")")),
            "described"_a = around.described, "options"_a = options));
}

Html radio_group(const Field& field, const std::vector<Choice>& choices, const Complaints& complaints,
    const Words& words) {
    std::size_t index = 0;
    const auto picks = each(choices, [&](const Choice& choice) {
        return html(R"(
  <label class="pick"><input type="radio" id="{id}" name="{name}" value="{value}"{checked}> <span>{label}{hint}</span></label>)",
            "id"_a = choice_id(field, index++), "name"_a = field.name, "value"_a = choice.value,
            "checked"_a = when(choice.value == field.value, html(" checked")), "label"_a = choice.label,
            "hint"_a = choice.hint.empty() ? Html{} : html(R"(<small class="hint">{}</small>)", choice.hint));
    });
    return group(surroundings(field, complaints, words), field, picks);
}

Html checkbox(const Field& field, const Complaints& complaints, const Words& words) {
    const auto around = surroundings(field, complaints, words);
    return html(R"(
<div class="field{wrong}">{hint}{error}
  <label class="pick"><input type="checkbox" id="{name}" name="{name}" value="ja"{checked}{described}> <span>{label}</span></label>
</div>)",
        "wrong"_a = around.wrong, "hint"_a = around.hint, "error"_a = around.error, "name"_a = field.name,
        "checked"_a = when(field.value == "ja", html(" checked")), "described"_a = around.described,
        "label"_a = field.label);
}

Html hidden_field(const std::string& name, const std::string& value) {
    return html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

Html guarded(const std::string& act, const std::string& consequence, const Html& form) {
    return html("<details class=\"more\"><summary>{}</summary><p>{}</p>{}</details>", act, consequence, form);
}

Html submit(const std::string& text, Weight weight) {
    return html(R"(<button class="{}" type="submit">{}</button>)", class_of(weight), text);
}

Html button_link(const std::string& href, const std::string& text, Weight weight) {
    return html(R"(<a class="{}" href="{}">{}</a>)", class_of(weight), href, text);
}

}  // namespace medskapa::web::ui
