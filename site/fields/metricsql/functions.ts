/** Functions that vmalert knows and PromQL does not (metricsql 0.87.3, as in vmalert 1.150.0). */
const MORE_FUNCTIONS = `
  aggr_over_time ascent_over_time bitmap_and bitmap_or bitmap_xor buckets_limit changes_prometheus count_eq_over_time
  count_gt_over_time count_le_over_time count_ne_over_time count_values_over_time decreases_over_time default_rollup
  delta_prometheus deriv_fast descent_over_time distinct_over_time drop_common_labels drop_empty_series
  duration_over_time geomean_over_time histogram_over_time histogram_share hoeffding_bound_lower
  hoeffding_bound_upper holt_winters ideriv increase_prometheus increase_pure increases_over_time integrate interpolate
  keep_last_value keep_next_value label_copy label_del label_graphite_group label_keep label_lowercase label_map
  label_match label_mismatch label_move label_set label_transform label_uppercase label_value labels_equal lag lifetime
  limit_offset median_over_time mode_over_time now outlier_iqr_over_time prometheus_buckets quantiles_over_time rand
  rand_exponential rand_normal range_avg range_first range_last range_linear_regression range_mad range_max range_min
  range_normalize range_over_time range_quantile range_stddev range_stdvar range_sum range_trim_outliers
  range_trim_spikes range_trim_zscore range_zscore rate_over_sum rate_prometheus remove_resets rollup
  rollup_candlestick rollup_delta rollup_deriv rollup_increase rollup_rate rollup_scrape_interval running_avg
  running_max running_min running_sum scrape_interval share_eq_over_time share_gt_over_time share_le_over_time
  smooth_exponential sort_by_label_numeric sort_by_label_numeric_desc stale_samples_over_time sum2_over_time
  sum_eq_over_time sum_gt_over_time sum_le_over_time tfirst_over_time timestamp_with_name timezone_offset
  tlast_change_over_time tlast_over_time tmax_over_time tmin_over_time union zscore_over_time`;

/** Aggregations that vmalert knows and PromQL does not (same version). */
const MORE_AGGREGATIONS = `
  any bottomk_avg bottomk_last bottomk_max bottomk_median bottomk_min distinct geomean histogram mad median mode
  outliers_iqr outliers_mad outliersk quantiles share sum2 topk_avg topk_last topk_max topk_median topk_min zscore`;

/** Aggregations of PromQL, which vmalert has too. */
const COMMON_AGGREGATIONS = 'avg bottomk count count_values group limitk max min quantile stddev stdvar sum topk';

const words = (text: string) => text.trim().split(/\s+/);

/** Every aggregation of vmalert: it takes such a word for one, even where PromQL sees a metric of that name. */
export const AGGREGATIONS = new Set([...words(COMMON_AGGREGATIONS), ...words(MORE_AGGREGATIONS)]);

/** What stands in for a name of vmalert's own while the grammar of PromQL reads a query. */
export const STAND_INS = new Map([
  ...words(MORE_FUNCTIONS).map((name) => [name, 'abs'] as const),
  ...words(MORE_AGGREGATIONS).map((name) => [name, 'sum'] as const),
]);

/** Functions of PromQL that vmalert does not know, and what to use in their place (same version). */
export const MISSING: Readonly<Record<string, string>> = {
  double_exponential_smoothing: 'use holt_winters',
  histogram_count: 'ask for the series that ends in _count',
  histogram_sum: 'ask for the series that ends in _sum',
  info: 'join the labels with * on (instance) group_left (version)',
  limit_ratio: 'use limitk',
  range: 'write the time itself, such as 5m',
  start_timestamp: 'use tfirst_over_time',
  ts_of_first_over_time: 'use tfirst_over_time',
  ts_of_last_over_time: 'use tlast_over_time',
  ts_of_max_over_time: 'use tmax_over_time',
  ts_of_min_over_time: 'use tmin_over_time',
};
