/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of a rule set as a tree, for those who go through it more than once. */
#include "internal.h"

void lg__tree_build(const lg_ruleset *rules, lg__tree *tree)
{
    unsigned char last[LG__DEPTH_MAX + 1]; /* the latest row of each depth on the way down to this one */
    tree->parent[0] = tree->next[0] = last[0] = 0;
    for (uint32_t i = 1; i < rules->info.criterion_count; i++) {
        uint32_t depth = rules->rows[i].criterion.depth;
        int is_first = depth > rules->rows[i - 1].criterion.depth;
        tree->parent[i] = last[depth - 1];
        tree->next[i] = 0;
        if (!is_first)
            tree->next[last[depth]] = (unsigned char)i;
        last[depth] = (unsigned char)i;
    }
}
