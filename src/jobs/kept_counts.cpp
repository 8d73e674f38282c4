#include "jobs/kept_counts.hpp"

#include "store/decision/recount.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::jobs {

Check kept_counts(sql::Connection& db) {
    constexpr auto name = "kept_counts";
    for (const auto& process : store::processes(db))
        if (const auto wrong = store::counts_that_differ(db, process.id); !wrong.empty())
            return failed(name,
                N_("A count that pages show is wrong in {}: {} is {}, and the rows are {}. Nothing that "
                   "anybody has "
                   "sent is lost. Report it to those who maintain the program"),
                {process.slug, wrong.front().name, std::to_string(wrong.front().kept),
                    std::to_string(wrong.front().recounted)});
    return passed(name, N_("every count that pages show agrees with the rows that it counts"));
}

}  // namespace medskapa::jobs
