#include "web/frame/roles.hpp"

#include "web/issue/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web {

Response not_for_you(const Visit& visit, Action action) {
    if (!visit.signed_in || !visit.process) return problem(visit, Failure::Kind::not_allowed);
    const auto& roles = visit.signed_in->actor.roles;
    const auto mine = roles.find(visit.process->id);
    if (mine == roles.end()) return problem(visit, Failure::Kind::not_allowed);

    const auto& words = visit.words;
    std::string others;
    for (const auto role : roles_that_may(action))
        others += (others.empty() ? "" : ", ") + shown(role, words);
    const auto body =
        html("<h1>{}</h1><p class=\"lead\">{}</p><p>{}</p>", words("Your role does not allow this"),
            words("Your role is {}. This is for: {}.", shown(mine->second, words), others),
            ui::button_link(visit.href(address::to_answer), words("To the desk"), ui::Weight::filled));
    return page(desk_page(visit, words("Your role does not allow this"), body, "-"), visit,
        status_of(Failure::Kind::not_allowed));
}

}  // namespace medskapa::web
