#include "web/referral/changes.hpp"

#include "store/document/cause_store.hpp"
#include "store/document/document_store.hpp"
#include "store/issue/issue_store.hpp"

#include <set>

namespace medskapa::web::referral {

std::vector<std::string> changes_of(sql::Connection& db, const std::vector<Cause>& causes) {
    std::set<int> numbers;
    for (const auto& cause : causes)
        for (const auto& change : store::changes_caused_by(db, cause))
            if (store::find_version(db, change.version).value().frozen_at &&
                store::judgement_of(db, change.id, cause).standing != Standing::gone)
                numbers.insert(change.number);
    std::vector<std::string> names;
    for (const int number : numbers) names.push_back("Ä-" + std::to_string(number));
    return names;
}

std::vector<std::string> changes_of(sql::Connection& db, Id<Inspel> inspel) {
    std::vector<Cause> causes{{Cause::Kind::inspel, inspel.value}};
    const auto issues = store::issues_of(db, inspel);
    for (const auto& issue : issues) causes.push_back({Cause::Kind::issue, issue.id.value});
    return changes_of(db, causes);
}

}  // namespace medskapa::web::referral
