// Fills an installation with a process of any number of published inspel, through the verbs, for bin/bench to
// measure on.
#include "app/conversation/opinion.hpp"
#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/site/site.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/document/document_store.hpp"
#include "store/issue/issue_store.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <cmath>

namespace {

using namespace medskapa;

constexpr int in_a_batch = 500;
constexpr int topics = 12;
constexpr int municipalities = 8;
constexpr int statements = 20;
constexpr int sections = 10;
constexpr int paragraphs = 60;
constexpr int causes_of_a_change = 20;
constexpr int days_of_consultation = 200;  // so that some of what was promised is late
constexpr int held_answers = 120;

/// Words as people use them: the nth is about n times rarer than the first.
class Vocabulary {
public:
    std::string text(int inspel, int words) {
        std::string text;
        for (int i = 0; i < words; ++i) text += word() + (i % 12 == 11 ? ". " : " ");
        return text + fmt::format("unikt{}", inspel);
    }

private:
    std::string word() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        const double chance = static_cast<double>(state_ >> 11) / 9007199254740992.0;
        const auto rank = static_cast<std::size_t>(std::pow(20'000.0, chance));
        static constexpr std::array common{
            "bussen", "vägen", "skolan", "jobb", "skogen", "vården", "fjället", "turism"};
        if (rank <= common.size()) return common[rank - 1];
        return fmt::format("ord{:c}{:c}{}", 'a' + rank % 26, 'a' + rank / 26 % 26, rank);
    }

    std::uint64_t state_ = 42;
};

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error{"a verb refused what the benchmark fills in"};
    return *std::move(result);
}

InspelChoices choices() {
    InspelChoices choices;
    choices.subjects = {{"allt", {"Hela strategin", "The whole strategy"}}};
    for (int i = 0; i < topics; ++i)
        choices.topics.push_back({{}, fmt::format("amne-{}", i), {fmt::format("Ämne {}", i), {}}});
    for (int i = 0; i < municipalities; ++i)
        choices.municipalities.push_back({fmt::format("23{:02}", i), fmt::format("Kommun {}", i)});
    return choices;
}

class Filling {
public:
    explicit Filling(const store::Installation& installation)
        : writer_{store::begin_installation(installation, time::now()), cli::now},
          secret_{installation.secret()} {
        jobs::open_log(writer_, jobs::log_of(installation, ""));
    }

    void open() {
        Process draft;
        draft.slug = "bench";
        draft.name = {"Strategin", "The strategy"};
        draft.contact_email = "rus@example.org";
        process_ = write([&](auto& act) { return app::open_process(act, draft, choices()); });
        for (int number = 1; number <= 5; ++number) {
            Step step;
            step.number = number;
            step.title = {fmt::format("Steg {}", number), {}};
            steps_.push_back(write([&](auto& act) { return app::add_step(act, step); }).id);
        }
        Activity activity;
        activity.step = steps_.front();
        activity.slug = "lamna-inspel";
        activity.title = {"Lämna ett inspel", {}};
        write([&](auto& act) { return app::add_activity(act, activity); });
        open_vote();
    }

    /// As many statements as each of the load's voters votes on.
    void open_vote() {
        Activity draft;
        draft.slug = "rosta";
        draft.kind = Activity::Kind::opinion;
        draft.title = {"Rösta", {}};
        const auto activity = write([&](auto& act) { return app::add_activity(act, draft); });
        for (int n = 0; n < statements; ++n)
            write([&](auto& act) {
                return app::seed_statement(act, {activity, {}}, vocabulary_.text(n, 12));
            });
    }

    void add_inspel(int from, int to) {
        write([&](auto& act) -> Result<bool> {
            for (int n = from; n < to; ++n) add_one(act, n);
            return true;
        });
    }

    /// As many at a time as a desk does; then some answers are written that wait.
    void publish_answers() {
        while (write([&](auto& act) {
            std::vector<Id<Answer>> chosen;
            for (const auto& held : store::held_answers(act.db(), process_.id, {}, in_a_batch))
                chosen.push_back(held.id);
            return chosen.empty() ? Result<int>{0} : app::publish_answers(act, chosen);
        }) > 0) {}
        write([&](auto& act) -> Result<bool> {
            for (const auto& one : store::queue(act.db(), process_.id, {}, {}, held_answers))
                must(app::answer_issue(act, one.issue.id, "delvis", "Vi arbetar med det.", {}));
            return true;
        });
    }

    /// Words of every paragraph are changed for some of the issues that came first.
    void change_text() {
        std::string text = "# Strategin {#RUS}\n";
        for (int n = 0; n < paragraphs; ++n) {
            if (n % (paragraphs / sections) == 0)
                text += fmt::format("\n## {0} Avsnitt {{#RUS-{0}}}\n", n * sections / paragraphs + 1);
            text += "\n" + vocabulary_.text(n, 40) + "\n";
        }
        const auto document = write([&](auto& act) {
            return app::open_document(act, {{}, {}, {}, "RUS", "Strategin"}, *read_manuscript(text, "RUS"));
        });
        const auto freeze = [&] {
            write([&](auto& act) { return app::freeze(act, document, Version::Kind::referral, "Text"); });
        };
        freeze();
        write([&](auto& act) -> Result<bool> {
            std::size_t next = 0;
            for (const auto& line : store::lines_of(act.db(), store::draft_of(act.db(), document.id).id)) {
                if (line.node.kind == Node::Kind::section) continue;
                Grounds grounds{{}, "Flera inspel visade att det saknades."};
                for (int n = 0; n < causes_of_a_change && !issues_.empty(); ++n)
                    grounds.causes.push_back({Cause::Kind::issue, issues_[next++ % issues_.size()].value});
                must(app::edit_words(act, document,
                    {line.node.id, line.revision, line.text + " Det gäller också byarna.", grounds}));
            }
            return true;
        });
        freeze();
    }

private:
    template <class Verb>
    typename std::invoke_result_t<Verb, const app::Act&>::value_type write(Verb verb) {
        return must(app::perform(writer_, Actor::operating(), process_, std::move(verb)));
    }

    /// One in eight is split, and half of those are answered; one in forty waits for review.
    void add_one(const app::Act& act, int n) {
        app::Entered entered;
        entered.draft.text = vocabulary_.text(n, 60);
        entered.draft.topic = fmt::format("amne-{}", n % topics);
        entered.draft.municipality = fmt::format("23{:02}", n % municipalities);
        entered.draft.concerns = "allt";
        entered.draft.actor_kind =
            names_of<ActorKind>[static_cast<std::size_t>(n) % names_of<ActorKind>.size()].word;
        entered.step = steps_[static_cast<std::size_t>(n) % steps_.size()];
        entered.received_at = act.now();
        const auto receipt = must(app::enter_inspel(act, entered, secret_));
        if (n % 40 == 39) return;
        must(app::publish_inspel(act, receipt.number));
        if (n % 8 != 0) return;
        const IssueDraft draft{entered.draft.text.substr(0, 40), "", "", "", std::nullopt};
        const auto day =
            std::chrono::floor<std::chrono::days>(act.now()) - std::chrono::days{n % days_of_consultation};
        const auto issue = must(app::split_inspel(act, receipt.number, draft, Day{day.time_since_epoch()}));
        if (issues_.size() < causes_of_a_change * paragraphs) issues_.push_back(issue.id);
        if (n % 16 == 0) must(app::answer_issue(act, issue.id, "tillgodosett", "Vi tar med det.", {}));
    }

    sql::Writer writer_;
    std::string secret_;
    Process process_;
    std::vector<Id<Step>> steps_;
    std::vector<Id<Issue>> issues_;
    Vocabulary vocabulary_;
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App program{"Fills an empty installation for bin/bench"};
    store::Installation installation;
    int inspel = 0;
    cli::Command command{program};
    cli::add_installation(command, installation);
    program.add_option("--inspel", inspel)->required();
    CLI11_PARSE(program, argc, argv);
    return cli::run_command([&] {
        Filling filling{installation};
        filling.open();
        for (int n = 0; n < inspel; n += in_a_batch) filling.add_inspel(n, std::min(inspel, n + in_a_batch));
        filling.publish_answers();
        filling.change_text();
        return 0;
    });
}
