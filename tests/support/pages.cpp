#include "support/pages.hpp"

#include "app/assessment/assessment.hpp"
#include "app/panel/panel.hpp"
#include "app/plan/plan.hpp"
#include "app/retention/retention.hpp"
#include "support/plans.hpp"

namespace example {
namespace detail {

void fill_site(TestSite& site, const std::string& text, SiteContent& f) {
    const auto& process = site.world.revision;
    const Localized both{text, text};
    auto described = process;
    described.question = described.summary = described.decided = described.decided_by = both;
    described.law = described.method = described.handling = described.contact_role = both;
    described.name = both;
    described.contact_phone = described.hashtag = text;
    described.facts = {{both, both}};
    must(site, [&](auto& act) { return app::describe_process(act, described); });
    f.step = must(site, [&](auto& act) {
        return app::add_step(act, {{}, {}, 1, both, both, {today, today}, {}});
    });
    f.event = must(site, [&](auto& act) {
        Event event;
        event.title = event.text = event.programme = both;
        event.place = event.notes = text;
        event.starts = LocalTime{today} + 10h;
        event.ends = LocalTime{today} + 12h;
        event.needs_registration = true;
        event.documents = {{text, "https://example.org/" + text}};
        return app::add_event(act, event);
    });
    f.item = must(site, [&](auto& act) { return app::publish_news(act, {{}, {}, today, both, both}); });
    Body body;
    body.slug = "radet";
    body.title = both;
    f.body = must(site, [&](auto& act) { return app::add_body(act, body); });
    must(site, [&](auto& act) { return app::add_seat(act, f.body, {{}, text, text, today, {}}); });
}

app::Receipt send(TestSite& site, const std::string& text, const std::string& key) {
    auto typed = draft(text);
    typed.title = text;
    typed.organisation = text.substr(0, text.find("\n\nEn fråga till"));
    typed.contact = key == "b" ? "eva@example.org" : text + "@";
    return must(site, [&](auto& act) {
        return app::receive_inspel(
            act, site.world.activity, typed, {key, secret, {{text, "%PDF-1.7"}, {text, "%PDF-1.7 2"}}});
    });
}

void fill_desk(TestSite& site, const std::string& text, SiteContent& f) {
    const auto receipt = send(site, text + "\n\nEn fråga till", "a");
    f.published = receipt.number;
    f.code = receipt.code;
    f.received = send(site, text, "b").number;
    must(site, [&](auto& act) { return app::publish_inspel(act, f.published); });
    must(site, [&](auto& act) { return app::show_file(act, f.published, 1, app::Showing::shown); });
    must(site, [&](auto& act) { return app::mask_file(act, f.published, 1, {text, "%PDF-1.7 3"}); });
    must(site, [&](auto& act) { return app::complete_inspel(act, f.code, text, "c"); });
    const auto first = must(site, [&](auto& act) {
        return app::split_inspel(act, f.published, {text, text, "", text, {}}, today);
    });
    must(site, [&](auto& act) {
        return app::split_inspel(act, f.published, {"En fråga till", text, "", text, {}}, today);
    });
    must(site, [&](auto& act) { return app::answer_issue(act, first.id, "noterat", text, {}); });
    must(site, [&](auto& act) { return app::publish_answers(act, {}); });
    must(site, [&](auto& act) { return app::add_text_block(act, {{}, text, text}); });
}

}  // namespace detail

namespace {

using detail::must;
using detail::send;

Referral fill_referral(TestSite& site, const std::string& text) {
    const auto& process = site.world.revision;
    Referral draft;
    draft.version = frozen_for_referral(site.database, process, {{}, {}, {}, "REM", text},
        "# Utkast {#REM}\n\n## 1 Vision {#REM-1}\n\n[REM-1-p1] Ord: " + text)
                        .id;
    draft.letter = draft.case_number = text;
    draft.questions = {{1, text, "REM-1"}};
    draft.deadline = today;
    const auto sent = must(site, [&](auto& act) { return app::send_referral(act, draft, today); });
    must(site, [&](auto& act) {
        return app::invite_parties(
            act, sent, {{text, "municipality", text + "@"}, {text + "!", "sami", text}});
    });
    return sent;
}

void fill_answers(TestSite& site, const std::string& text, SiteContent& f) {
    const auto referral = fill_referral(site, text);
    const auto parties = store::parties_of(*site.database.db, referral.id);
    ReferralDraft typed{"avstyrker", {{"", text}, {"", text, 1, "avstar"}, {"REM-1", text, 0, "avstyrker"}},
        text, text, "municipality", "", text + "@", "sv", text};
    const app::Submission answer{referral, parties.back(), typed, {{text, "%PDF-1.7"}}, today};
    const auto held = must(site, [&](auto& act) { return app::hold_answer(act, answer, "d"); });
    f.answer = must(site, [&](auto& act) {
        return app::register_answer(act, answer, {Channel::email, noon, text, secret});
    }).number;
    must(site, [&](auto& act) { return app::show_file(act, f.answer, 1, app::Showing::shown); });
    must(site, [&](auto& act) { return app::publish_inspel(act, f.answer); });
    f.party = app::link_of(parties.front(), secret);
    f.draft = app::writers_link(held, secret);
    f.approval = app::approvers_link(held, secret);
}

/// The organisation that was asked, with all that the register may say of it, and somebody who speaks for it.
void fill_organisations(TestSite& site, const std::string& text, SiteContent& f) {
    auto organisation = store::organisations_called(*site.database.db, folded_organisation(text)).front();
    organisation.registrar = "registrator@example.org";
    organisation.line_of_work = text;
    organisation.domain = "example.org";
    f.organisation = organisation.public_id;
    must(site, [&](auto& act) { return app::change_organisation(act, f.organisation, organisation); });
    const auto asked = must(site, [&](auto& act) {
        return app::ask_for_mandate(act, f.code, {text, "eva@example.org"}, today);
    });
    f.mandate = asked.public_id;
    f.speaker = app::registrars_link(asked, secret);
    must(site, [&](auto& act) {
        return app::confirm_mandate(
            act, {f.speaker, secret}, {text, Mandate::Scope::process, today + std::chrono::days{30}}, today);
    });
}

/// A text in two versions, with a change between them that goes back to the first issue.
void fill_text(TestSite& site, const std::string& text, const SiteContent& f) {
    const auto& process = site.world.revision;
    const Lines lines{{{{}, Node::Kind::section, Node::Type::text, "RUS"}, 1, {}, text},
        {{{}, Node::Kind::paragraph, Node::Type::text, "RUS-p1"}, 1, {}, "Före " + text}};
    const auto document = must(site, [&](auto& act) {
        return app::open_document(act, {{}, {}, {}, "RUS", text}, lines);
    });
    const auto freeze = [&](Version::Kind kind) {
        must(site, [&](auto& act) { return app::freeze(act, document, kind, text); });
    };
    freeze(Version::Kind::referral);
    const auto draft = store::lines_of(*site.database.db, store::draft_of(*site.database.db, document.id).id);
    const auto inspel = store::inspel_numbered(*site.database.db, process.id, f.published);
    const auto issue = store::issues_of(*site.database.db, inspel->id).front();
    const Grounds grounds{
        {{Cause::Kind::issue, issue.id.value}, {Cause::Kind::inspel, inspel->id.value}}, text};
    must(site, [&](auto& act) {
        return app::edit_words(
            act, document, {draft[1].node.id, draft[1].revision, "Efter " + text, grounds});
    });
    must(site, [&](auto& act) { return app::link_answer(act, issue.id, 1); });
    must(site, [&](auto& act) { return app::waive_missing(act, text); });
    freeze(Version::Kind::proposal);
}

void fill_decision(TestSite& site, const std::string& text, const Body& body) {
    const auto& process = site.world.revision;
    SamiConsultation consultation;
    consultation.counterpart = text;
    consultation = must(site, [&](auto& act) { return app::open_consultation(act, consultation); });
    must(site, [&](auto& act) {
        return app::note_consultation(
            act, consultation.number, {{}, SamiConsultation::Event::Kind::meeting, today, text, ""}, today);
    });
    const auto document = store::document_named(*site.database.db, process.id, "RUS");
    Decision decision;
    decision.body = body.id;
    decision.version = store::newest_frozen(*site.database.db, document->id)->id;
    decision.decided_on = today;
    decision.paragraph = decision.diary_number = decision.text = decision.dissent = text;
    must(site, [&](auto& act) { return app::decide(act, decision, today); });
    must(site, [&](auto& act) { return app::announce_decision(act, 1, today, today); });
}

/// A conversation with a map, a named group, and a statement in each state.
void fill_conversation(TestSite& site, const std::string& text) {
    const auto conversation = start_conversation(site.database, site.world.revision);
    const auto propose = [&](const std::string& form) {
        return conversation.act(app::propose_statement, text, form).value().number;
    };
    const auto rule = [&](int number, const char* verdict) {
        (void)conversation.act(app::moderate_statement, number, Ruling{verdict, "duplicate", text});
    };
    rule(propose("a"), "accepted");
    rule(propose("b"), "rejected");
    propose("c");
    for (int s = 6; s <= 9; ++s) conversation.seed("Påstående nummer " + std::to_string(s));
    for (int person = 0; person < 24; ++person)
        for (const int s : {1, 2, 3, 6, 7, 8, 9})
            (void)conversation.vote(key_of(person), s, person % 2 == 0 ? Stance::agree : Stance::disagree);
    for (int label = 0; label < 3; ++label) (void)conversation.act(app::name_group, label, text);
    updater_of(conversation).refresh();
}

Dataset fill_dataset(
    TestSite& site, const std::string& text, Id<Dataset> replaces, double first, char digest) {
    Dataset dataset;
    dataset.title = dataset.source = dataset.licence = dataset.vintage = dataset.file_name = text;
    dataset.digest = std::string(64, digest);
    dataset.small_numbers = Dataset::SmallNumbers::protected_by_source;
    dataset.replaces = replaces;
    dataset.dimensions = {{"region", {{"2326", text}, {"2380", text + "!"}}},
        {"industry", {{"55", text}, {"01", text + "?"}}}, {"period", {{"2019", "2019"}}}};
    return must(site, [&](auto& act) {
        return app::import_dataset(
            act, dataset, {{0, first, ""}, {1, 400.0, ""}, {2, 500.0, ""}, {3, 900.0, ""}}, text);
    });
}

/// An analysis that a paragraph rests on, and the same of data that has replaced the first.
void fill_statistics(TestSite& site, const std::string& text) {
    const Parameters asked{
        {"regions", "region"}, {"industries", "industry"}, {"periods", "period"}, {"region", "2326"}};
    const auto analyse = [&](const Dataset& dataset) {
        const auto made =
            app::analysed(*site.database.db, dataset, AnalysisRun::Kind::specialisation, asked).value();
        return must(site, [&](auto& act) { return app::keep_run(act, made); });
    };
    const auto first = fill_dataset(site, text, {}, 200, 'a');
    const auto run = analyse(first);
    must(site, [&](auto& act) { return app::cite_figure(act, run.number, "RUS-p1", "55:lq"); });
    analyse(fill_dataset(site, text, first.id, 300, 'b'));
}

/// A published point of the SWOT that rests on a run and on a dataset.
void fill_swot(TestSite& site, const Localized& both) {
    SwotItem item;
    item.text = both;
    must(site, [&](auto& act) { return app::write_swot_item(act, item); });
    must(site, [&](auto& act) { return app::cite_for_swot(act, 1, 1, "55:lq"); });
    must(site, [&](auto& act) { return app::support_swot_item(act, 1, "D-1"); });
    must(site, [&](auto& act) { return app::publish_swot_item(act, 1); });
}

/// Priorities that rest on a run, were tried and decided; a weighing and a panel that are open; and what was
/// judged.
void fill_priorities(TestSite& site, const std::string& text, SiteContent& f) {
    const Localized both{text, text};
    Priority priority;
    priority.title = priority.text = priority.vision = priority.needs = both;
    priority.mass = priority.relatedness = priority.objections = text;
    for (int k = 0; k < 4; ++k)
        priority = must(site, [&](auto& act) { return app::propose_priority(act, priority); });
    must(site, [&](auto& act) { return app::cite_for_priority(act, 1, 1, "55:lq"); });
    must(site, [&](auto& act) {
        Discovery discovery;
        discovery.event = f.event.id;
        discovery.sectors = "business";
        discovery.learned = text;
        return app::note_discovery(act, 1, discovery);
    });
    priority.outcome = Priority::Outcome::merged;
    priority.became = "1";
    priority.motive = text;
    priority.decided_on = today;
    must(site, [&](auto& act) { return app::decide_priority(act, priority, today); });
    must(site, [&](auto& act) {
        return app::open_weighing(act, {{}, {}, 0, both, "1 2 3 4", today, last_day}, today);
    });
    const auto invitation = must(site, [&](auto& act) {
        return app::invite_to_weigh(act, 1, {{}, {}, {}, text, Sector::research, {}}, today);
    });
    f.weigher = app::link_of(invitation, secret);
    const auto panel = must(site, [&](auto& act) {
        Panel asked;
        asked.title = asked.text = both;
        asked.unit = text;
        PanelRound round;
        round.opens = today;
        round.closes = last_day;
        return app::begin_panel(act, asked, round, today);
    });
    must(site, [&](auto& act) {
        return app::invite_to_panel(act, panel.number, {{}, {}, {}, text, Sector::research, {}});
    });
    must(site, [&](auto& act) {
        Judgement judgement;
        judgement.code = "1.5";
        judgement.status = Judgement::Status::met;
        judgement.comment = text;
        judgement.evidence = "A-1\nP-1\nhttps://example.org/a";
        return app::judge_requirement(act, judgement, today);
    });
}

/// An assessment with answers of each kind, a goal conflict and a paragraph that makes them old; and a plan
/// of two editions, the second a draft, with what came of its promise.
void fill_assessments(TestSite& site, const std::string& text) {
    Assessment assessment;
    assessment.kind = "hallbarhet";
    assessment.subject = assessment.role = text;
    must(site, [&](auto& act) { return app::begin_assessment(act, assessment, today); });
    must(site, [&](auto& act) { return app::write_conflict(act, 1, {{}, {}, {}, 0, text, text, text}); });
    StepAnswer answer;
    answer.text = text;
    answer.evidence = "A-1\nhttps://example.org/a";
    for (const auto* step : {"1", "5"}) {
        answer.step = step;
        must(site, [&](auto& act) { return app::answer_step(act, 1, answer, today); });
        must(site, [&](auto& act) { return app::answer_step(act, 1, answer, today); });
    }
    answer.step = "2";
    answer.outcome = StepAnswer::Outcome::stopped;
    must(site, [&](auto& act) { return app::assess_paragraph(act, 1, "RUS-p1"); });
    must(site, [&](auto& act) { return app::answer_step(act, 1, answer, today); });
}

void fill_plan(TestSite& site, const std::string& text) {
    must(site, [](auto& act) { return app::begin_plan(act); });
    Plan plan;
    plan.purpose = plan.open_to = plan.fixed = {text, text};
    plan.changed = text;
    must(site, [&](auto& act) { return app::change_plan(act, plan); });
    for (const auto& line : lines_of_plan(text))
        must(site, [&](auto& act) { return app::write_plan_line(act, line); });
    must(site, [](auto& act) { return app::publish_plan(act, today); });
    must(site, [&](auto& act) {
        return app::judge_promise(
            act, {{}, {}, 2, PromiseOutcome::Status::partly, text, "https://example.org/a"});
    });
    must(site, [](auto& act) { return app::begin_plan(act); });
}

/// A receipt of which nobody knows whether it arrived.
void fill_retention(TestSite& site) {
    RetentionRule rule;
    rule.kind = RetentionKind::mail;
    rule.event = RetentionEvent::sent;
    rule.amount = 1;
    rule.decision = "RS 2026/7";
    rule.decided_on = today;
    must(site, [&](auto& act) { return app::decide_retention(act, rule, today); });
}

void fill_mail(TestSite& site, SiteContent& f) {
    (void)site.database.act([](auto& act) { return app::begin_sending(act); });
    (void)site.database.act([](auto& act) { return app::lose_sight_of_mail(act); });
    const auto& process = site.world.revision;
    must(site, [&](auto& act) { return app::follow(act, "bo@example.org", "process", "sv", today); });
    const auto subscriber =
        store::subscriber_with_address(*site.database.db, process.id, "bo@example.org").value();
    f.follower = app::link_of(subscriber, secret);
    must(site, [&](auto& act) { return app::confirm_following(act, {f.follower, secret}); });
}

/// A report of the published inspel, and an inspel that was declined and whose sender appeals.
void fill_moderation(TestSite& site, const std::string& text, SiteContent& f) {
    f.report = must(site, [&](auto& act) {
        return app::report_content(act, {.inspel = f.published}, {"insult", text, text}, {"report", secret});
    }).code;
    const auto declined = send(site, text + "!", "appealed");
    must(site, [&](auto& act) { return app::decline_inspel(act, declined.number, "off_topic", text); });
    must(site, [&](auto& act) { return app::appeal_refusal(act, declined.code, text); });
}

std::string fill_rules(TestSite& site, const std::string& text) {
    (void)site.database.act([&](auto& act) {
        return app::note_release(act, {"1.0", sha256("program"), text});
    });
    return app::address_of_rules(sha256(text)).substr(std::string_view{"/regler/"}.size());
}

}  // namespace

SiteContent fill(TestSite& site, const std::string& text) {
    SiteContent f;
    detail::fill_site(site, text, f);
    detail::fill_desk(site, text, f);
    fill_answers(site, text, f);
    fill_organisations(site, text, f);
    fill_moderation(site, text, f);
    fill_text(site, text, f);
    fill_decision(site, text, f.body);
    fill_conversation(site, text);
    fill_statistics(site, text);
    fill_swot(site, {text, text});
    fill_priorities(site, text, f);
    fill_assessments(site, text);
    fill_plan(site, text);
    fill_mail(site, f);
    fill_retention(site);
    f.rules = fill_rules(site, text);
    site.publish_log();
    const auto size = static_cast<std::uint64_t>(store::log_size(*site.database.db));
    f.entries =
        openlog::entries_path_of(openlog::tile_at(0, (size - 1) / openlog::tile_width, size)).substr(5);
    return f;
}

}  // namespace example
