#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/site/appearance.hpp"
#include "domain/site/description.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/layout.hpp"

#include <map>
#include <string>
#include <vector>

/// Forms in which staff change what the site says: one column of entries, filled with a thing as it is, or as
/// a person typed it.
namespace medskapa::web::site::desk {

/// The name of an entry's field in a language: "titel", "titel-en".
std::string name_in(const std::string& name, Language);

/// What a form holds, by the fields' names.
using Values = std::map<std::string, std::string, std::less<>>;

enum class Kind { line, text, day, moment, choice, tick, hidden };
enum class Needed { yes, no };

struct Entry {
    std::string name;
    std::string label;
    Kind kind = Kind::line;
    Needed needed = Needed::no;
    std::string hint = {};
    std::vector<ui::Choice> choices = {};
};

struct Form {
    std::string title;
    std::string lead;
    std::vector<Entry> entries = {};
    Html after = {};     // below the form
    Html before = {};    // above it
    ui::Link home = {};  // the page that it belongs to; the site's when none is named

    void one(Entry entry) { entries.push_back(std::move(entry)); }
    /// The entry, and after it the same in each other language that the process is offered in: "titel" and
    /// "titel-en". What is written in languages that it is not offered in goes along unseen.
    void in_each_language(const Entry&, const Visit&);
};

/// The form with these values in it. `standing` is the thing as it is now, nothing for a new one.
Response form_page(const Visit&, const Form&, const Values& shown, const Values& standing);

/// What was typed in the form's entries.
Values typed_in(const Visit&, const Form&);

/// Whether the thing still is what the typist saw when the form was shown.
bool is_as_seen(const Visit&, const Values& standing);

/// The refused form with all that was typed. For a conflict, with what stands now next to it.
Response again(
    const Visit&, const Form&, const Values& typed, const Values& standing, const Failure& failure);

/// Where one goes from the form: to the page that it belongs to.
ui::Link home_of(const Visit&, const Form&);

// Things to values.
void put(Values&, const std::string& name, const Localized&);
void put(Values&, const std::string& name, const std::optional<Day>&);

/// Values to things. What cannot be read is a complaint.
class Reader {
public:
    explicit Reader(const Values& values) : values_{values} {}

    std::string line(std::string_view name) const;
    /// An entry that the form has in each language.
    Localized localized(const std::string& name) const;
    std::optional<Day> day(const std::string& name);
    LocalTime moment(const std::string& name);
    bool is_ticked(std::string_view name) const { return line(name) == "ja"; }

    template <class Enum>
    Enum choice(const std::string& name) {
        Enum chosen{};
        if (!find_name<Enum>(line(name), chosen)) complain(name, N_("Choose one of these"));
        return chosen;
    }

    void complain(const std::string& name, const char* message) { complaints_.push_back({name, message}); }

    template <class T>
    Result<T> finished(T thing) const {
        if (complaints_.empty()) return thing;
        if constexpr (requires { checked(thing); })
            if (const auto fit = checked(thing); !fit)
                return refuse(Failure::Kind::invalid, together_with(fit.error().complaints));
        return refuse(Failure::Kind::invalid, complaints_);
    }

private:
    /// With the rule's own complaints about the form's other fields: all that is wrong is said at once.
    std::vector<Complaint> together_with(const std::vector<Complaint>&) const;

    const Values& values_;
    std::vector<Complaint> complaints_;
};

/// Whether this part of the address stands for one that is not there yet.
inline bool is_new(const Visit& visit, std::string_view part) {
    return visit.path.find(part)->second == "ny";
}

/// The form of what stands there, or of a new one where the address says so. `standing` is empty for nothing.
Response form_of_known(const Visit&, const Form&, const Values& standing, std::string_view part);

/// Where a thing of the site is changed.
std::string form_href(const Visit&, const Process&);
std::string form_href(const Visit&, const SiteDescription&);
std::string form_href(const Visit&, const SiteAppearance&);
std::string form_href(const Visit&, const InspelChoices&);
std::string form_href(const Visit&, const Step&);
std::string form_href(const Visit&, const Activity&);
std::string form_href(const Visit&, const Event&);
std::string form_href(const Visit&, const NewsItem&);
std::string form_href(const Visit&, const Body&);

/// The name of a form in the overview's address: what comes after the overview's own.
std::string place_in_overview(const Visit&, const std::string& form_href);
/// The overview, with a notice that what that form changes has been saved.
std::string overview_with_saved(const Visit&, const std::string& form_href);

/// Reads what was typed, lets `save` write it in a transaction, and shows the form again where it was
/// refused. `standing()` is the thing as it is now, nothing for a new one.
template <class Read, class Standing, class Save>
Response saved_or_again(const Visit& visit, const Form& form, Read read, Standing standing, Save save) {
    const auto typed = typed_in(visit, form);
    const auto thing = read(typed);
    if (!thing) return again(visit, form, typed, standing(visit.db), thing.error());
    const auto saved = visit.write([&](auto& act) -> decltype(save(act, *thing)) {
        if (!is_as_seen(visit, standing(act.db()))) return refuse(Failure::Kind::conflict);
        return save(act, *thing);
    });
    if constexpr (requires { form_href(visit, *saved); })
        if (saved) return see_other(overview_with_saved(visit, form_href(visit, *saved)));
    if (saved) return see_other(home_of(visit, form).href);
    return again(visit, form, typed, standing(visit.db), saved.error());
}

}  // namespace medskapa::web::site::desk
