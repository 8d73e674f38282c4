#include "store/open_data/table_lists.hpp"

#include "store/checklist/columns.hpp"
#include "store/document/columns.hpp"
#include "store/panel/columns.hpp"
#include "store/priority/columns.hpp"
#include "store/site/columns.hpp"
#include "store/statistics/columns.hpp"
#include "store/swot/columns.hpp"

namespace medskapa::store::open_data {

using namespace tables;

std::vector<PublicTable> tables_of_priorities() {
    return {
        {"priorities", "What the region may concentrate on, and what was decided of it",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<priority>("q.number", "priority", "in the process"),
                column<priority>("q.kind", "kind", "thematic, horizontal or a strength area"),
                column<priority>("q.title", "title", "what it is called").in_each_language(),
                column<priority>("q.text", "words", "what it is about").as_original(),
                column<priority>("q.vision", "vision", "where it leads").as_original(),
                column<priority>("q.needs", "needs", "what it needs").as_original(),
                column<priority>("q.jobs", "jobs", "people who work in it; none: not known"),
                column<priority>("q.mass", "mass", "critical mass, in words"),
                column<priority>("q.relatedness", "relatedness", "what it can grow from, in words"),
                column<priority>("q.objections", "objections", "what speaks against it, a line each"),
                column<priority>("q.proposed_on", "proposed", "when"),
                column<priority>("q.outcome", "outcome", "what became of it"),
                column<priority>("q.became", "became", "numbers of the priorities that it went into"),
                column<priority>("q.motive", "motive", "why"),
                column<priority>("q.decided_on", "decided", "when"),
            },
            "FROM priority q JOIN process p ON p.id = q.process_id ORDER BY p.slug, q.number"},
        {"discoveries", "Meetings where priorities were tried",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<priority>("q.number", "priority", "in the process"),
                column<discovery>("d.event_id", "event", "its number"),
                column<discovery>("d.people", "people", "who took part; 0: not known"),
                column<discovery>("d.sectors", "sectors", "kinds of actors, between blanks"),
                column<discovery>("d.learned", "learned", "what was learned"),
                column<discovery>("d.noted_at", "noted", "when"),
            },
            "FROM discovery d JOIN priority q ON q.id = d.priority_id JOIN process p ON p.id = q.process_id "
            "ORDER BY p.slug, q.number, d.id"},
        {"weighings", "When priorities were weighed; each has its result at its own address",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<weighing>("w.number", "weighing", "in the process"),
                column<weighing>("w.title", "title", "what is weighed").in_each_language(),
                column<weighing>("w.items", "priorities", "their numbers, between blanks"),
                column<weighing>("w.opens", "opens", "the first day"),
                column<weighing>("w.closes", "closes", "the last day"),
            },
            "FROM weighing w JOIN process p ON p.id = w.process_id ORDER BY p.slug, w.number"},
        {"panels",
            "Questions to those who know a field, and their rounds; each has its result at its own address",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<panel>("n.number", "panel", "in the process"),
                column<panel>("n.title", "title", "the question").in_each_language(),
                column<panel>("n.text", "words", "what it means").as_original(),
                column<panel>("n.unit", "unit", "what the number counts"),
                column<panel>("n.least", "least", "the lowest number that is taken"),
                column<panel>("n.most", "most", "the highest number that is taken"),
                column<panel_round>("r.round", "round", "from 1"),
                column<panel_round>("r.opens", "opens", "the first day"),
                column<panel_round>("r.closes", "closes", "the last day"),
                column<panel_round>("r.feedback", "feedback", "which reasons were given in the round before"),
            },
            "FROM panel n JOIN process p ON p.id = n.process_id JOIN panel_round r ON r.panel_id = n.id "
            "ORDER BY p.slug, n.number, r.round"},
        {"judgements", "What people have judged of requirements; the newest of each counts",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<judgement>("j.list", "list", "which checklist"),
                column<judgement>("j.version", "version", "of the list"),
                column<judgement>("j.code", "requirement", "in the list"),
                column<judgement>("j.status", "status", "met, partly, missing, not_relevant"),
                column<judgement>("j.grade", "grade", "from 0 to 5, where the list has grades"),
                column<judgement>("j.comment", "comment", "why"),
                column<judgement>("j.evidence", "evidence", "references, a line each"),
                column<judgement>("j.role", "role", "of who judged"),
                column<judgement>("j.judged_at", "judged", "when"),
            },
            "FROM judgement j JOIN process p ON p.id = j.process_id ORDER BY p.slug, j.id"},
    };
}

std::vector<PublicTable> tables_of_region() {
    return {
        {"datasets", "Statistics of others that the work rests on; the figures are in a file each",
            {
                column<dataset>("d.number", "dataset", "its number"),
                column<dataset>("d.title", "title", "what it is"),
                column<dataset>("d.source", "source", "who published it"),
                column<dataset>("d.licence", "licence", "how it may be used"),
                column<dataset>("d.public_digest", "sha256",
                    "digest of the file that was read, salted where numbers are hidden"),
                column<dataset>("d.cells", "cells", "how many"),
                column<dataset>("d.missing", "missing", "of them without a number"),
                column<dataset>("d.imported_at", "imported", "when"),
                column<dataset>("d.vintage", "about", "what time it is about, in words"),
                column<dataset>("d.small_numbers", "small_numbers", "whether numbers below five are shown"),
                column<dataset>("d.measure", "measure", "what its numbers count, in words"),
                column<dataset>("d.few", "below_five", "of its numbers hidden because they are below five"),
                column<dataset>("d.withheld", "withheld",
                    "of its numbers hidden because a sum would give such a one away"),
                column<dataset>("o.number", "replaces", "the dataset that it is a newer version of"),
            },
            "FROM dataset d LEFT JOIN dataset o ON o.id = d.replaces_id ORDER BY d.number"},
        {"runs", "Analyses of datasets that were made once; each has its result at its own address",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<analysis_run>("r.number", "run", "in the process"),
                column<analysis_run>("r.kind", "kind", "what was asked"),
                column<dataset>("d.number", "dataset", "its number"),
                column<analysis_run>("r.parameters", "parameters", "name=value, a line each"),
                column<analysis_run>("r.engine", "engine", "its name and version"),
                column<analysis_run>("r.result_digest", "sha256", "digest of the result"),
                column<analysis_run>("r.made_at", "made", "when"),
            },
            "FROM analysis_run r JOIN process p ON p.id = r.process_id JOIN dataset d ON d.id = r.dataset_id "
            "WHERE r.removed_at IS NULL ORDER BY p.slug, r.number"},
        {"swot", "What is strong and weak in the region, and what it may gain or lose",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<swot_item>("s.number", "point", "in the process"),
                column<swot_item>("s.quadrant", "field", "strength, weakness, opportunity or threat"),
                column<swot_item>("s.text", "words", "a sentence").in_each_language(),
                column<swot_item>("s.published_at", "published", "when"),
            },
            "FROM swot_item s JOIN process p ON p.id = s.process_id WHERE s.state = 'published' "
            "ORDER BY p.slug, s.number"},
        {"swot_evidence", "What points of the SWOT rest on besides figures of runs",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<swot_item>("s.number", "point", "in the process"),
                column<swot_evidence>(
                    "e.reference", "evidence", "D-4: a dataset; I-12: an inspel; I-12/2: its issue"),
                column<swot_evidence>("e.added_at", "added", "when"),
            },
            "FROM swot_evidence e JOIN swot_item s ON s.id = e.item_id JOIN process p ON p.id = s.process_id "
            "WHERE s.state = 'published' ORDER BY p.slug, s.number, e.id"},
        {"citations", "Which paragraphs, priorities and points of the SWOT rest on which figures of runs",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<citation>("c.number", "citation", "in the process"),
                column<node>("n.code", "paragraph", "its code"),
                column<analysis_run>("r.number", "run", "in the process"),
                column<citation>("c.figure", "figure", "a column of a row of the result, or a fact of it"),
                column<citation>("c.cited_at", "cited", "when"),
                column<citation>("c.looked_at", "looked", "when somebody looked at newer data; none: never"),
                column<priority>("q.number", "priority", "in the process; none: something else cites it"),
                column<swot_item>("s.number", "swot", "in the process; none: something else cites it"),
                column<dataset>(
                    "h.number", "holds_over", "newer data over which somebody said that it holds"),
                column<citation>("c.held_at", "held", "when they said so"),
                column<citation>("c.held_why", "held_why", "in words"),
                column<citation>("c.held_role", "held_role", "of who said so"),
            },
            "FROM citation c JOIN process p ON p.id = c.process_id LEFT JOIN node n ON n.id = c.node_id "
            "LEFT JOIN priority q ON q.id = c.priority_id LEFT JOIN swot_item s ON s.id = c.swot_item_id "
            "LEFT JOIN dataset h ON h.id = c.holds_over_id JOIN analysis_run r ON r.id = c.run_id WHERE "
            "(s.state = 'published' OR s.id IS NULL "
            "AND (c.node_id IS NOT NULL OR c.priority_id IS NOT NULL)) "
            "AND (c.node_id IS NULL OR EXISTS (SELECT 1 FROM "
            "version_line l JOIN version "
            "v "
            "ON v.id = l.version_id WHERE l.node_id = c.node_id AND v.frozen_at IS NOT NULL)) "
            "ORDER BY p.slug, c.number"},
        {"maps", "Borders; the areas are in a file each",
            {
                column<region_map>("m.number", "map", "its number"),
                column<region_map>("m.level", "level", "what the areas are"),
                column<region_map>("m.source", "source", "who published it"),
                column<region_map>("m.licence", "licence", "how it may be used"),
                column<region_map>("m.digest", "sha256", "digest of the file that was read"),
                column<region_map>("m.areas", "areas", "how many"),
                column<region_map>("m.imported_at", "imported", "when"),
            },
            "FROM region_map m ORDER BY m.number"},
    };
}

}  // namespace medskapa::store::open_data
