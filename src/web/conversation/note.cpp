#include "web/conversation/note.hpp"

#include "store/conversation/opinion_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/result/context.hpp"

namespace medskapa::web::conversation {

Html note(const Visit& visit, const Inspel& inspel) {
    const auto statement = store::statement_of_inspel(visit.db, inspel.id);
    if (!statement) return {};
    for (const auto& activity : store::activities_of(visit.db, visit.process->id))
        if (activity.id == statement->activity)
            return html(R"(<p>{} <a href="{}">{}</a></p>)",
                visit.words("It was a statement that people voted on."),
                result::statement_href(visit, activity, statement->number),
                visit.words("See how they voted on statement {}", statement->number));
    return {};
}

}  // namespace medskapa::web::conversation
